/* Takes a part of the page out of the page that a form or link of it leads to, so that no
   page is loaded. `box` says by data-part which; what to say is in data-busy, data-unsaved.
   `arrived` is told once another part is there, with whether a form was sent. */
const SETTLES = 250; // milliseconds
const TYPING = "input:not([type=radio], [type=checkbox]), select, textarea";

/** The button or link that this key stands for; null where somebody types or means another. */
export function targetOf(event, box) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return null;
  const types = event.target.matches(TYPING);
  const moves = event.key.startsWith("Arrow") && event.target.matches("input, select");
  if (types || moves) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const all = [...box.querySelectorAll("[data-keys]")];
  return all.find((each) => each.dataset.keys.split(" ").includes(key)) ?? null;
}

export function swap(box, arrived) {
  let busy = false;

  const say = (text, bad = false) => {
    const state = box.querySelector("[data-state]");
    state.textContent = text;
    state.classList.toggle("check__state--bad", bad);
  };

  const show = (page, sent) => {
    const next = page.getElementById(box.dataset.part);
    if (!next) return false;
    box.querySelector(`#${box.dataset.part}`).replaceWith(document.adoptNode(next));
    const told = [...page.querySelectorAll("main > .notice")];
    const wrong = box.querySelector(".field--bad :is(input, select)");
    if (wrong) wrong.focus();
    else box.querySelector("[data-focus]").focus({ preventScroll: true });
    const bad = told.some((each) => each.matches(".notice--bad"));
    say(told.map((each) => each.textContent).join(" "), bad);
    arrived({ sent, wrong });
    return true;
  };

  const go = async (address, options) => {
    if (busy) return;
    busy = true;
    box.dataset.waits = "";
    say(box.dataset.busy);
    try {
      const answer = await fetch(address, options);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (show(page, Boolean(options))) return answer.url;
      // Such as the page to sign in: it has a page of its own to show.
      if (answer.ok) location.assign(answer.url);
      // What was chosen or typed stays here; the page that refused it says why.
      else say(page.querySelector("main p")?.textContent ?? box.dataset.unsaved, true);
    } catch {
      say(box.dataset.unsaved, true);
    } finally {
      // The second tap of two must not answer a question that nobody has read.
      setTimeout(() => {
        busy = false;
        box.removeAttribute("data-waits");
      }, SETTLES);
    }
  };

  return go;
}

/** The link of `box` that a click follows here; null where it leads to another page. */
export function linkOf(event) {
  const link = event.target.closest("a[data-go]");
  return event.ctrlKey || event.metaKey || event.shiftKey ? null : link;
}
