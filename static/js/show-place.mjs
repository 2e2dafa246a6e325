/* Scrolls the article inside its own pane to the sentence that proves the answer or,
   before there is one, to the words that are asked about; the page stays where it is. */
export function offsetFor(pane, place) {
  const above = Math.max(0, (pane.height - place.height) / 2);
  return Math.max(0, place.top - pane.top - Math.min(above, pane.height / 3));
}

const SHORT = 320;

export default function showPlace(pane) {
  const place = pane.querySelector("#proof") ?? pane.querySelector("#here");
  const text = pane.querySelector(".reader__text");
  const show = () => {
    if (pane.scrollHeight <= pane.clientHeight) return;
    // Nothing to show: a strip of a few lines begins with the text all the same.
    if (!place) return text && pane.clientHeight < SHORT && pane.scrollTo(0, text.offsetTop - pane.offsetTop);
    const box = pane.getBoundingClientRect();
    const top = pane.scrollTop + offsetFor(box, place.getBoundingClientRect());
    pane.scrollTo({ top, behavior: "instant" });
  };
  show();
  // The pane grows and shrinks with one tap; the place stays in sight.
  pane.parentElement.addEventListener("change", show);
}
