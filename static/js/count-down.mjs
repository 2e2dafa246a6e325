/* Counts the number in a sentence down, second by second; the last one has its own. */
export default function countDown(sentence) {
  const until = Date.now() + Number(sentence.dataset.seconds) * 1000;
  const begun = sentence.textContent;
  const tick = () => {
    const left = Math.max(1, Math.ceil((until - Date.now()) / 1000));
    const { last } = sentence.dataset;
    sentence.textContent = left > 1 ? begun.replace(/\d+/, String(left)) : last;
    if (left > 1) setTimeout(tick, 1000);
  };
  tick();
}
