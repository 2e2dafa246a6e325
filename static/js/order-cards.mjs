/* Turns cards with a list of places into a tray of cards and places to put them, by tap,
   drag, button or digit. The lists stay in the form and are what is sent; a card that
   stays in the tray has no place. */
export function lifted({ placed, tray }, card, most) {
  const at = placed.indexOf(card);
  if (at > 0) return put({ placed, tray }, card, at - 1, most);
  return at < 0 ? put({ placed, tray }, card, placed.length, most) : { placed, tray };
}

export function lowered({ placed, tray }, card, most) {
  const at = placed.indexOf(card);
  if (at < 0) return { placed, tray };
  return put({ placed, tray }, card, at + 1 < placed.length ? at + 1 : Infinity, most);
}

/* The card at that place, what stood there behind it; in the tray where there is none. */
export function put({ placed, tray }, card, at, most) {
  const order = placed.filter((each) => each !== card);
  const rest = tray.filter((each) => each !== card);
  if (at >= most && at !== order.length) return { placed: order, tray: [card, ...rest] };
  order.splice(Math.min(at, most - 1), 0, card);
  return { placed: order.slice(0, most), tray: [...order.slice(most), ...rest] };
}

function makeButton(sign, label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button deck__button";
  button.textContent = sign;
  button.setAttribute("aria-label", label);
  return button;
}

/* Follows a finger on the grip, or the mouse, from the card to where it is dropped. */
function draggable(card, deck, drop) {
  let from = null;
  const place = (y) => {
    const others = [...deck.querySelectorAll("[data-card], [data-line]")].filter((each) => each !== card);
    const boxes = others.map((each) => each.getBoundingClientRect());
    const at = boxes.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
    return at < 0 || at > others.findIndex((each) => "line" in each.dataset) ? Infinity : at;
  };
  const isHeld = () => card.classList.contains("option--held");
  const letGo = () => {
    card.classList.remove("option--held");
    card.style.removeProperty("translate");
    from = null;
  };
  card.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && !event.target.closest("button")) from = event.clientY;
  });
  card.addEventListener("pointermove", (event) => {
    if (from === null || (Math.abs(event.clientY - from) < 8 && !isHeld())) return;
    card.setPointerCapture(event.pointerId);
    card.classList.add("option--held");
    card.style.translate = `0 ${event.clientY - from}px`;
  });
  card.addEventListener("pointerup", (event) => {
    const was = isHeld();
    letGo();
    if (was) drop(place(event.clientY));
  });
  card.addEventListener("pointercancel", letGo);
}

export default function orderCards(form) {
  const deck = form.querySelector("[data-cards]");
  const cards = [...deck.querySelectorAll("[data-card]")];
  const slots = [...deck.querySelectorAll("[data-slot]")];
  const line = deck.querySelector("[data-line]");
  // Without places for them all cards are placed, and stay so.
  const hasTray = slots.length > 0;
  const most = hasTray ? slots.length : cards.length;
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  deck.after(said);
  const nameOf = (card) => card.querySelector("label").textContent.trim();
  let order = hasTray ? { placed: [], tray: cards } : { placed: cards, tray: [] };

  const show = () => {
    const { placed, tray } = order;
    for (const slot of slots) slot.remove();
    deck.append(...placed, ...slots.slice(placed.length), ...(line ? [line] : []), ...tray);
    for (const card of cards) {
      const place = placed.indexOf(card) + 1;
      card.querySelector("select").value = place || "";
      card.classList.toggle("option--outside", !place);
      card.querySelector(".deck__button:last-child").hidden = !place;
    }
  };
  const state = form.querySelector("[data-state]") ?? said;
  const say = (words) => {
    state.textContent = words;
    state.classList.toggle("task__state--bad", words !== "");
  };
  const change = (card, next) => {
    if (!hasTray && next.tray.length) return;
    order = next;
    show();
    say("");
    const place = card.querySelector("select").value;
    said.textContent = `${nameOf(card)}: ${place ? `${deck.dataset.moved} ${place}` : deck.dataset.outside}`;
  };

  // Before anything else may send it: an empty place is forgotten, not meant.
  form.addEventListener("submit", (event) => {
    const open = slots[cards.filter((card) => card.querySelector("select").value).length];
    if (!open) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(deck.dataset.empty);
    open.scrollIntoView({ block: "nearest" });
  }, true);

  for (const card of cards) {
    card.querySelector("select").hidden = true;
    const buttons = document.createElement("span");
    buttons.className = "deck__buttons";
    for (const [sign, label, step] of [["↑", deck.dataset.up, lifted], ["↓", deck.dataset.down, lowered]]) {
      const button = makeButton(sign, `${label}: ${nameOf(card)}`);
      button.addEventListener("click", () => {
        change(card, step(order, card, most));
        (button.hidden ? buttons.firstChild : button).focus();
      });
      buttons.append(button);
    }
    card.append(buttons);
    draggable(card, deck, (place) => change(card, put(order, card, place, most)));
    // A tap, or a digit, puts it in the next place. What was dropped is clicked, too.
    card.addEventListener("click", (event) => {
      if (event.target.closest("button, select") || !order.tray.includes(card)) return;
      change(card, lifted(order, card, most));
    });
  }
  deck.classList.add("deck--moving");
  show();
  deck.style.minHeight = `${deck.offsetHeight}px`; // nothing else moves with the cards
}
