/* Counts up to the number that stands there, in less than a second. */
const LENGTH_MS = 900;

export function at(share, last) {
  return Math.round(last * (1 - (1 - share) ** 3));
}

export default function rollUp(element) {
  const last = Number(element.textContent);
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches || document.documentElement.matches(".less-motion");
  if (isCalm || !(last > 0)) return;
  const begin = performance.now();
  const step = (now) => {
    const share = Math.min(Math.max((now - begin) / LENGTH_MS, 0), 1);
    element.textContent = at(share, last);
    if (share < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
