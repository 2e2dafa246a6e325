// Filters over the claims: within a group any of the ticked, across groups all.
const GROUPS = {
  kind: "Kind", gold: "Gold type", predicted: "Predicted", rule: "Rule", way: "Way",
  sure: "Sure",
};
const form = document.querySelector("#filters");
const words = document.querySelector("#words");
const count = document.querySelector("#count");
const sections = [...document.querySelectorAll("section")];
const cards = [...document.querySelectorAll("article")].map((element) => ({
  element,
  text: `${element.closest("section").querySelector("h2").textContent} ${element.textContent}`.toLowerCase(),
  values: Object.fromEntries(
    Object.keys(GROUPS).map((group) => [group, element.dataset[group].split("|")]),
  ),
}));
const boxes = {};

function build() {
  for (const [group, title] of Object.entries(GROUPS)) {
    const field = document.createElement("fieldset");
    field.append(Object.assign(document.createElement("legend"), { textContent: title }));
    boxes[group] = new Map();
    for (const value of [...new Set(cards.flatMap((card) => card.values[group]))].sort()) {
      const box = Object.assign(document.createElement("input"), { type: "checkbox", value });
      const number = document.createElement("span");
      const label = document.createElement("label");
      label.append(box, ` ${value || "(none)"} `, number);
      field.append(label);
      boxes[group].set(value, { box, number, label });
    }
    form.append(field);
  }
}

function ticked() {
  const chosen = {};
  for (const group of Object.keys(GROUPS)) {
    chosen[group] = [...boxes[group]].filter(([, each]) => each.box.checked).map(([value]) => value);
  }
  return chosen;
}

const passes = (card, group, chosen) =>
  !chosen.length || chosen.some((value) => card.values[group].includes(value));

function apply() {
  const chosen = ticked();
  const sought = words.value.trim().toLowerCase();
  const counts = Object.fromEntries(Object.keys(GROUPS).map((group) => [group, new Map()]));
  let shown = 0;
  for (const card of cards) {
    const failed = Object.keys(GROUPS).filter((group) => !passes(card, group, chosen[group]));
    const spoken = card.text.includes(sought);
    card.element.hidden = !spoken || failed.length > 0;
    shown += !card.element.hidden;
    // Beside a filter stands what it would give with the other groups as they are.
    for (const group of Object.keys(GROUPS)) {
      if (spoken && failed.every((each) => each === group)) {
        for (const value of card.values[group]) {
          counts[group].set(value, (counts[group].get(value) ?? 0) + 1);
        }
      }
    }
  }
  for (const [group, values] of Object.entries(boxes)) {
    for (const [value, { number, label }] of values) {
      number.textContent = counts[group].get(value) ?? 0;
      label.classList.toggle("empty", !counts[group].get(value));
    }
  }
  for (const section of sections) {
    section.hidden = !section.querySelector("article:not([hidden])");
  }
  count.textContent = `${shown} of ${cards.length} claims`;
}

function remember() {
  const kept = new URLSearchParams();
  for (const [group, values] of Object.entries(ticked())) {
    for (const value of values) kept.append(group, value);
  }
  if (words.value.trim()) kept.set("words", words.value.trim());
  history.replaceState(null, "", `#${kept}`);
}

function recall() {
  const kept = new URLSearchParams(location.hash.slice(1));
  for (const [group, values] of Object.entries(boxes)) {
    for (const [value, { box }] of values) box.checked = kept.getAll(group).includes(value);
  }
  words.value = kept.get("words") ?? "";
  apply();
}

function step(by) {
  const shown = cards.map((card) => card.element).filter((element) => !element.hidden);
  const at = shown.indexOf(document.activeElement.closest("article"));
  const next = at < 0 && by < 0 ? shown.at(-1) : shown[at + by];
  next?.focus();
  next?.scrollIntoView({ block: "center" });
}

function openText() {
  const card = document.activeElement.closest("article");
  const details = card?.closest("section").querySelector("details");
  if (!details) return;
  details.open = !details.open;
  for (const mark of details.querySelectorAll("mark")) {
    mark.classList.toggle("chosen", mark.dataset.of.split(" ").includes(card.dataset.number));
  }
  (details.open ? details.querySelector(".chosen") ?? details : card).scrollIntoView({ block: "center" });
}

const KEYS = {
  j: () => step(1), k: () => step(-1), t: openText, "/": () => words.focus(), x: () => form.reset(),
};
const changed = () => { apply(); remember(); };

build();
recall();
form.addEventListener("input", changed);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(changed));
addEventListener("hashchange", recall);
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.matches("input[type=search]")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});
