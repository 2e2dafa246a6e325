/* Scrolls the article inside its own pane to the sentence that proves the answer;
   the page itself stays where it is. */
export function offsetFor(pane, proof) {
  const above = Math.max(0, (pane.height - proof.height) / 2);
  return Math.max(0, proof.top - pane.top - Math.min(above, pane.height / 3));
}

export default function showProof(pane) {
  const proof = pane.querySelector("#proof");
  if (!proof || pane.scrollHeight <= pane.clientHeight) return;
  const box = pane.getBoundingClientRect();
  pane.scrollTo({ top: pane.scrollTop + offsetFor(box, proof.getBoundingClientRect()), behavior: "instant" });
}
