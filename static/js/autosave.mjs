/* Saves a form by itself soon after something in it was changed, and says whether
   it is saved. Two pages never overwrite each other: each says what it saw. */
export default function autosave(form) {
  const state = form.querySelector("[data-state]");
  const count = form.querySelector("[data-count]");
  const seen = form.elements.namedItem("changes");
  let waiting = 0;
  let saving = Promise.resolve();
  let running = false;
  let unsaved = false;

  const say = (text, bad = false) => {
    state.textContent = text;
    state.classList.toggle("task__state--bad", bad);
  };

  const save = async () => {
    running = true;
    say(form.dataset.saving);
    const body = new URLSearchParams(new FormData(form));
    body.set("act", "save");
    body.set("quiet", "yes");
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
      // A redirect is the receipt; then the draft has counted one change more.
      if (answer.type !== "opaqueredirect") return say(form.dataset.clash, true);
      seen.value = Number(seen.value) + 1;
      unsaved = false;
      say(form.dataset.saved);
    } catch {
      say(form.dataset.unsaved, true);
    } finally {
      running = false;
    }
  };

  form.addEventListener("change", () => {
    unsaved = true;
    if (count) count.textContent = form.querySelectorAll("[name=keep]:checked, [name=keep][type=hidden]").length;
    say(form.dataset.saving);
    clearTimeout(waiting);
    waiting = setTimeout(() => (saving = saving.then(save)), 600);
  });
  // A button sends all of it, too; it waits for what is being saved, so that the two
  // do not clash. Only a task of its own may submit again, so it is not done at once.
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    unsaved = false;
    if (!running) return;
    event.preventDefault();
    saving.then(() => setTimeout(() => form.requestSubmit(event.submitter)));
  });
  addEventListener("beforeunload", (event) => unsaved && event.preventDefault());
}
