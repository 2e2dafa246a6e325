/* Turns cards with a list of places into cards that move up and down. The lists
   stay in the form and are what is sent; below the line means no place. */
export function placesOf(order, isLine) {
  const line = order.findIndex(isLine);
  const end = line < 0 ? order.length : line;
  return order.map((item, at) => (at < end ? String(at + 1) : ""));
}

export function moved(order, item, by) {
  const from = order.indexOf(item);
  const to = from + by;
  if (to < 0 || to >= order.length) return order;
  const next = order.filter((each) => each !== item);
  next.splice(to, 0, item);
  return next;
}

function makeButton(sign, name, label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button deck__button";
  button.textContent = sign;
  button.setAttribute("aria-label", `${label}: ${name}`);
  return button;
}

function addButtons(card, deck, move) {
  const name = card.querySelector("label").textContent.trim();
  const box = document.createElement("span");
  box.className = "deck__buttons";
  for (const [sign, label, by] of [["↑", deck.dataset.up, -1], ["↓", deck.dataset.down, 1]]) {
    const button = makeButton(sign, name, label);
    button.addEventListener("click", () => move(card, by, button));
    box.append(button);
  }
  card.append(box);
}

export default function orderCards(form) {
  const deck = form.querySelector("[data-cards]");
  const cards = [...deck.querySelectorAll("[data-card]")];
  const line = document.createElement("li");
  line.className = "deck__line";
  line.textContent = deck.dataset.outside;
  let order = deck.dataset.outside ? [...cards, line] : cards;
  const state = form.querySelector("[data-state]");
  const isLine = (item) => item === line;

  const show = () => {
    const places = placesOf(order, isLine);
    order.forEach((item, at) => {
      deck.append(item);
      if (item !== line) item.querySelector("select").value = places[at];
      item.classList.toggle("option--outside", item !== line && places[at] === "");
    });
  };
  const move = (card, by, button) => {
    order = moved(order, card, by);
    show();
    button.focus();
    const place = card.querySelector("select").value;
    const name = card.querySelector("label").textContent.trim();
    state.textContent = place ? `${name}: ${deck.dataset.moved} ${place}` : `${name}: ${deck.dataset.outside}`;
  };

  for (const card of cards) {
    card.querySelector("select").hidden = true;
    addButtons(card, deck, move);
  }
  form.querySelector("[data-plain]").textContent = deck.dataset.help;
  deck.classList.add("deck--moving");
  show();
}
