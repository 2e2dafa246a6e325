/* Answers one question after the other without loading a page: sends the very forms that
   work without this, takes the next question from the page that comes back, and asks for
   the count of questions afterwards, by itself. Keys work while the focus is in here. */
import markRange from "./mark-range.mjs";

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

export default function quickCheck(box) {
  const tally = box.querySelector("[data-tally]");
  const meter = box.querySelector("[data-meter]");
  const make = box.querySelector("[data-make]");
  let busy = false;
  let asked = 0;

  const say = (text, bad = false) => {
    const state = box.querySelector("[data-state]");
    state.textContent = text;
    state.classList.toggle("check__state--bad", bad);
  };

  // The latest answer counts; an earlier one that comes later is thrown away.
  const count = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch(box.dataset.count);
      const found = await answer.json();
      if (mine !== asked) return;
      tally.textContent = found.told;
      meter.value = found.together;
      make.classList.toggle("button--primary", found.is_enough);
    } catch {
      // The page says how many there were; the next answer asks again.
    }
  };

  // On a phone the head of the page would leave no room for the answers.
  const toTop = () => {
    const answers = box.querySelector("[data-keys]")?.getBoundingClientRect();
    const fits = !answers || answers.bottom <= innerHeight;
    if (fits && box.getBoundingClientRect().top >= 0) return;
    box.scrollIntoView({ block: "start", behavior: "instant" });
  };

  const ready = () => {
    for (const words of box.querySelectorAll("[data-words]")) markRange(words);
  };

  const show = (page) => {
    const next = page.getElementById("check-card");
    if (!next) return false;
    box.querySelector("#check-card").replaceWith(document.adoptNode(next));
    const told = [...page.querySelectorAll("main > .notice")].map((each) => each.textContent);
    box.setAttribute("aria-labelledby", box.querySelector("[data-focus]").id);
    const wrong = box.querySelector(".field--bad :is(input, select)");
    if (wrong) wrong.focus();
    else {
      box.querySelector("[data-focus]").focus({ preventScroll: true });
      toTop();
    }
    say(told.join(" "), told.length > 0);
    ready();
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
      if (show(page)) {
        if (options) count();
      } else if (answer.ok) {
        // Such as the page to sign in: it has a page of its own to show.
        location.assign(answer.url);
      } else {
        // What was chosen or typed stays here; the page that refused it says why.
        say(page.querySelector("main p")?.textContent ?? box.dataset.unsaved, true);
      }
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

  box.addEventListener("submit", (event) => {
    if (event.target.querySelector("[data-make]")) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(event.target, event.submitter));
    body.set("count", "later");
    go(event.target.action, { method: "POST", body });
  });
  box.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-go]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const address = new URL(link.href);
    address.searchParams.set("count", "later");
    go(address);
  });
  box.addEventListener("keydown", (event) => {
    const other = box.querySelector("[data-other]");
    if (event.key === "Escape" && other?.open) {
      other.open = false;
      return box.querySelector("[data-focus]").focus();
    }
    const target = targetOf(event, box);
    if (!target) return;
    event.preventDefault();
    target.click();
    if (target.matches("summary") && other.open) other.querySelector("input")?.focus();
  });

  ready();
  box.dataset.keys = "on";
  if (!location.hash) box.querySelector("[data-focus]").focus({ preventScroll: true });
  if (!location.hash) toTop();
}
