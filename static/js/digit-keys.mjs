/* While the focus is in the question, the digits 1 to 9 choose an answer. */
export function radioFor(key, radios) {
  return /^[1-9]$/.test(key) ? (radios[Number(key) - 1] ?? null) : null;
}

export default function digitKeys(form) {
  const radios = [...form.querySelectorAll('input[type="radio"]')];
  const task = form.closest("[data-testid='question']") ?? form;
  task.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const radio = radioFor(event.key, radios);
    if (!radio) return;
    radio.checked = true;
    radio.focus();
    event.preventDefault();
  });
  form.dataset.keys = "on";
}
