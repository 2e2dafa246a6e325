/* Words to tick: a stroke over several of them ticks all, and so does the shift key with
   a click or a blank on the last one. Each stays a box that can be ticked by itself. */
export function between(all, from, to) {
  const [a, b] = [all.indexOf(from), all.indexOf(to)].sort((x, y) => x - y);
  return a < 0 ? [] : all.slice(a, b + 1);
}

export default function markRange(field) {
  const boxes = [...field.querySelectorAll('input[type="checkbox"]')];
  let anchor = null;
  let stroke = null;

  const boxAt = (event) => {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    return boxes.find((box) => box.closest("label").contains(under));
  };
  const tick = (from, to, state) => {
    for (const box of between(boxes, from, to)) box.checked = state;
  };

  field.addEventListener("pointerdown", (event) => {
    const box = boxAt(event);
    stroke = box ? { from: box, state: !box.checked, moved: false } : null;
  });
  field.addEventListener("pointermove", (event) => {
    const box = stroke && event.buttons ? boxAt(event) : null;
    if (!box || (box === stroke.from && !stroke.moved)) return;
    stroke.moved = true;
    tick(stroke.from, box, stroke.state);
  });
  // The click at the end of a stroke must not turn its last word back.
  field.addEventListener("click", (event) => {
    if (stroke?.moved) event.preventDefault();
    stroke = null;
  });
  field.addEventListener("change", (event) => {
    anchor = event.target;
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.shiftKey || !anchor) return;
    event.preventDefault();
    tick(anchor, event.target, true);
  });
}
