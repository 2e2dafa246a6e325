/* A part of the page that stays up to date by itself, as long as somebody can see it.
   It is put in anew only where it has changed, so that nothing moves for nothing. */
const EVERY_MS = 20_000;
export default function renewPart(part) {
  let shown = part.innerHTML;
  const renew = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(location.href);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.getElementById(part.id);
      if (!found || found.innerHTML === shown) return;
      shown = found.innerHTML;
      part.innerHTML = shown;
    } catch {
      // Away for a while: what is there stays.
    }
  };
  setInterval(renew, EVERY_MS);
}
