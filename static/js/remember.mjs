/* A box stays as it was left, on every page of this browser; one that names what it is
   kept for, only in this tab and as long as the pages are of that. Nothing is sent.
   One that was ticked before this script was there is kept as it is now. */
export default function remember(box) {
  const { keep: key, keepFor: yes = "yes" } = box.dataset;
  try {
    const store = box.dataset.keepFor ? sessionStorage : localStorage;
    const keep = () => store.setItem(key, box.checked ? yes : "no");
    if (box.checked !== box.defaultChecked) keep();
    box.checked = store.getItem(key) === yes;
    if (box.checked) box.dispatchEvent(new Event("change", { bubbles: true }));
    box.addEventListener("change", keep);
  } catch {
    // A browser that keeps nothing begins anew on each page.
  }
}
