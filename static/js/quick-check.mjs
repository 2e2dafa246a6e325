/* Answers one question after the other without loading a page: sends the very forms that
   work without this, takes the next question from the page that comes back, and asks for
   the count of questions afterwards, by itself. Keys work while the focus is in here. */
import markRange from "./mark-range.mjs";
import { linkOf, swap, targetOf } from "./swap.mjs";

export default function quickCheck(box) {
  const tally = box.querySelector("[data-tally]");
  const meter = box.querySelector("[data-meter]");
  const make = box.querySelector("[data-make]");
  let asked = 0;

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

  const go = swap(box, ({ sent, wrong }) => {
    box.setAttribute("aria-labelledby", box.querySelector("[data-focus]").id);
    if (!wrong) toTop();
    ready();
    if (sent) count();
  });

  box.addEventListener("submit", (event) => {
    if (event.target.querySelector("[data-make]")) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(event.target, event.submitter));
    body.set("count", "later");
    go(event.target.action, { method: "POST", body });
  });
  box.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link) return;
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
