/* The text and one statement beside it: sends the very forms and follows the very links
   that work without this, without loading a page. Keys work while the focus is in here. */
import { linkOf, swap, targetOf } from "./swap.mjs";

export default function desk(box) {
  const text = () => box.querySelector("[data-text]");
  const list = () => box.querySelector("[data-list]");
  let at = 0;
  let isListed = false;

  // The place in the text is brought into view inside the text; the page stays put.
  const toPlace = () => {
    const pane = text();
    const place = pane.querySelector("#proof");
    if (!place) return;
    const far = place.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    if (far < 0 || far > pane.clientHeight * 0.6) pane.scrollTop += far - pane.clientHeight / 3;
  };

  const send = swap(box, () => {
    text().scrollTop = at;
    if (list()) list().open = isListed;
    toPlace();
  });

  const go = async (address, options) => {
    at = text().scrollTop;
    isListed = Boolean(list()?.open);
    const there = await send(address, options);
    if (there) history.replaceState(null, "", there.split("#")[0]);
  };

  box.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(event.target, event.submitter));
    go(event.target.action, { method: "POST", body });
  });
  box.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link) return;
    event.preventDefault();
    go(link.href);
  });
  box.addEventListener("keydown", (event) => {
    const target = targetOf(event, box);
    if (!target) return;
    event.preventDefault();
    target.click();
  });
  box.dataset.keys = "on";
}
