/* While a form is on its way, says so beside the button that was pressed. */
export default function sayWaiting(form) {
  const places = form.querySelectorAll("[data-state]");
  const say = (place, message) => {
    place.textContent = message;
  };

  form.addEventListener("submit", (event) => {
    const beside = event.submitter?.parentElement?.querySelector("[data-state]");
    if (beside) say(beside, form.dataset.waiting);
  });
  // Coming back with the browser's button shows the page as it was left.
  addEventListener("pageshow", () => places.forEach((place) => say(place, "")));
}
