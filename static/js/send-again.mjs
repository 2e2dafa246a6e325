/* Sends the form by itself after some seconds, later each time, until it gives up; its
   button sends at once. Only an answer leaves this page, for nothing else has what was
   sent. Only where sending twice is as good as once. */
const TRIES = 12;
const LONGEST = 60; // seconds

export default function sendAgain(form) {
  const state = form.querySelector("[data-state]");
  let wait = Number(form.dataset.after);
  let tries = 0;
  let next = 0;

  const send = async () => {
    clearTimeout(next);
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
      if (answer.type === "opaqueredirect") return location.assign(form.action);
      if (answer.status !== 503) return form.submit();
    } catch {
      // No connection is as good as a server that is away.
    }
    state.textContent = form.dataset.away;
    later();
  };

  const later = () => {
    if (tries++ < TRIES) next = setTimeout(send, wait * 1000);
    wait = Math.min(2 * wait, LONGEST);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  later();
}
