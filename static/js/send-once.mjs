/* Sends the form once, says that it is being saved, and keeps the choice and says
   so when there is no connection. The server keeps one answer however often it
   comes, so sending again is always safe. */
function filledIn(form, button) {
  const body = new URLSearchParams(new FormData(form));
  if (button?.name) body.set(button.name, button.value);
  return body;
}

export default function sendOnce(form) {
  const buttons = form.querySelectorAll('button[type="submit"]');
  const state = form.querySelector("[data-state]");
  let sending = false;
  let passes = false;

  const release = (message) => {
    sending = passes = false;
    for (const button of buttons) button.removeAttribute("aria-disabled");
    state.textContent = message;
    state.classList.toggle("task__state--bad", message !== "");
  };

  form.addEventListener("submit", async (event) => {
    if (passes) return;
    event.preventDefault();
    if (sending) return;
    sending = true;
    for (const button of buttons) button.setAttribute("aria-disabled", "true");
    state.textContent = form.dataset.waiting;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: filledIn(form, event.submitter),
        redirect: "manual",
      });
      // A redirect is the receipt; anything else has a page of its own to show.
      if (answer.type === "opaqueredirect") return location.assign(form.action);
      passes = true; // by the same button: its value is part of the answer
      form.requestSubmit(event.submitter);
    } catch {
      release(form.dataset.offline);
    }
  });
  // Coming back with the browser's button shows the page as it was left.
  addEventListener("pageshow", (event) => event.persisted && release(""));
}
