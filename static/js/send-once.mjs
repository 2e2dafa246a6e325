/* Sends the form once, says that it is being saved, and keeps the choice and says
   so when there is no connection. The server keeps one answer however often it
   comes, so sending again is always safe. */
export default function sendOnce(form) {
  const button = form.querySelector('button[type="submit"]');
  const state = form.querySelector("[data-state]");
  let sending = false;

  const release = (message) => {
    sending = false;
    button.removeAttribute("aria-disabled");
    state.textContent = message;
    state.classList.toggle("task__state--bad", message !== "");
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    button.setAttribute("aria-disabled", "true");
    state.textContent = form.dataset.waiting;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        redirect: "manual",
      });
      // A redirect is the receipt; anything else has a page of its own to show.
      if (answer.type === "opaqueredirect") location.assign(form.action);
      else HTMLFormElement.prototype.submit.call(form);
    } catch {
      release(form.dataset.offline);
    }
  });
  // Coming back with the browser's button shows the page as it was left.
  addEventListener("pageshow", (event) => event.persisted && release(""));
}
