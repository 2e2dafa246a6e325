/* A box stays as it was left, on every page of this browser. Nothing is sent.
   One that was ticked before this script was there is kept as it is now. */
export default function remember(box) {
  const { keep: key } = box.dataset;
  try {
    const keep = () => localStorage.setItem(key, box.checked ? "yes" : "no");
    if (box.checked !== box.defaultChecked) keep();
    box.checked = localStorage.getItem(key) === "yes";
    if (box.checked) box.dispatchEvent(new Event("change", { bubbles: true }));
    box.addEventListener("change", keep);
  } catch {
    // A browser that keeps nothing begins anew on each page.
  }
}
