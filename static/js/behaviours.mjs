/* Gives every element with data-behaviour="a b" the behaviours a.mjs and b.mjs.
   Each exports one function of the element; pages work without any of them. */
for (const element of document.querySelectorAll("[data-behaviour]")) {
  for (const name of element.dataset.behaviour.split(/\s+/).filter(Boolean)) {
    import(`./${name}.mjs`).then((module) => module.default(element));
  }
}
