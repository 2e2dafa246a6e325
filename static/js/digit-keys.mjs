/* While the focus is in the question, the digits 1 to 9 choose an answer: where there are
   rows, in the first one that has none. */
const PLACES = 'input[type="radio"], input[type="checkbox"], [data-card]';

export function placeFor(key, places) {
  return /^[1-9]$/.test(key) ? (places[Number(key) - 1] ?? null) : null;
}

export default function digitKeys(form) {
  const rows = [...form.querySelectorAll(".row")];
  const groups = (rows.length ? rows : [form.querySelector(".options")]).map((row) => [...row.querySelectorAll(PLACES)]);
  const isOpen = (group) => !group.some((each) => each.checked);
  const isHere = (group) => group.includes(document.activeElement);
  const task = form.closest("[data-testid='question']") ?? form;
  task.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const place = placeFor(event.key, groups.find(isOpen) ?? groups.find(isHere) ?? groups.at(-1));
    if (!place) return;
    place.click();
    place.focus();
    event.preventDefault();
  });
  form.dataset.keys = "on";
}
