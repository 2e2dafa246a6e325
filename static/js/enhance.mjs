/* Gives every element with data-behaviour="a b" the behaviours a.mjs and b.mjs.
   Each exports one function of the element; pages work without any of them.
   An element has data-enhanced from when all of its own are at work. */
export function enhance(part) {
  for (const element of part.querySelectorAll("[data-behaviour]")) {
    const names = element.dataset.behaviour.split(/\s+/).filter(Boolean);
    const begin = async (name) => (await import(`./${name}.mjs`)).default(element);
    Promise.all(names.map(begin)).then(() => (element.dataset.enhanced = ""));
  }
}
