/* Reads the article aloud with the browser's own voice, sentence by sentence, from the
   paragraph that is in sight; the sentence that is read is marked where browsers can. */
const NOT_READ = ".mark__label, .visually-hidden";

export function sentencesOf(text, language) {
  if (!globalThis.Intl?.Segmenter) return [...text.matchAll(/[^.!?…]+[.!?…“”"»]*\s*/g)].map(
    (found) => ({ segment: found[0], index: found.index }),
  );
  return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
}

function nodesOf(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(NOT_READ)) nodes.push(walker.currentNode);
  }
  return nodes;
}

function rangeOf(nodes, begin, end) {
  const range = document.createRange();
  let at = 0;
  for (const node of nodes) {
    const next = at + node.length;
    if (begin >= at && begin < next) range.setStart(node, begin - at);
    if (end > at && end <= next) range.setEnd(node, end - at);
    at = next;
  }
  return range;
}

function partsOf(paragraph, language) {
  const nodes = nodesOf(paragraph);
  const text = nodes.map((node) => node.data).join("");
  return sentencesOf(text, language)
    .filter(({ segment }) => segment.trim())
    .map(({ segment, index }) => ({ segment, range: rangeOf(nodes, index, index + segment.length) }));
}

export default function readAloud(button) {
  const voice = globalThis.speechSynthesis;
  const text = button.closest(".reader").querySelector("[data-read] [lang]");
  if (!voice || !text) return;
  const pane = text.closest(".reader__pane");
  let left = [];

  const mark = (range) => {
    if (!globalThis.Highlight) return;
    CSS.highlights.delete("read-aloud");
    if (range) CSS.highlights.set("read-aloud", new Highlight(range));
  };
  const follow = (range) => {
    const [box, here] = [pane.getBoundingClientRect(), range.getBoundingClientRect()];
    if (here.top < box.top || here.bottom > box.bottom) pane.scrollTop += here.top - box.top - 12;
  };
  const stop = () => {
    left = [];
    voice.cancel();
    mark(null);
    button.setAttribute("aria-pressed", "false");
  };
  const next = () => {
    const part = left.shift();
    if (!part) return stop();
    const said = new SpeechSynthesisUtterance(part.segment);
    said.lang = text.lang;
    said.rate = 0.95;
    said.onend = () => left.length || button.getAttribute("aria-pressed") === "true" ? next() : null;
    said.onerror = stop;
    mark(part.range);
    follow(part.range);
    voice.speak(said);
  };

  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") return stop();
    const top = pane.getBoundingClientRect().top;
    const inSight = [...text.children].filter((each) => each.getBoundingClientRect().bottom > top + 4);
    left = inSight.flatMap((each) => partsOf(each, text.lang));
    button.setAttribute("aria-pressed", "true");
    voice.cancel();
    next();
  });
  addEventListener("pagehide", stop);
  button.hidden = false;
}
