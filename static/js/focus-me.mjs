/* Moves the focus here, so that a screen reader begins with what matters now. */
export default function focusMe(element) {
  if (!location.hash) element.focus({ preventScroll: element.dataset.scroll === "no" });
}
