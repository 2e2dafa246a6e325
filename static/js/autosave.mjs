/* Saves a form by itself soon after something in it was changed, and says whether
   it is saved. Two pages never overwrite each other: each says what it saw. What
   follows from the change ([data-live]) is taken from the page as it is then. */
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

  const refresh = (page) => {
    const now = page.querySelector("form[data-behaviour~=autosave] [name=changes]");
    if (!now) return false;
    seen.value = now.value;
    for (const old of form.querySelectorAll("[data-live]")) {
      const fresh = page.getElementById(old.id);
      if (fresh) old.replaceWith(document.adoptNode(fresh));
    }
    return true;
  };

  const save = async () => {
    running = true;
    say(form.dataset.saving);
    const body = new URLSearchParams(new FormData(form));
    body.set("act", "save");
    body.set("quiet", "yes");
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      // A redirect back to the draft is the receipt.
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.redirected || !refresh(page)) return say(form.dataset.clash, true);
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
