/* A live game: what is new comes by a stream, what is sent is sent until it is kept.
   The server decides everything; this shows it. */
import { enhance } from "./enhance.mjs";

const QUIET_MS = 40_000; // the server says every 15 s that it is there
const LONGEST_WAIT_MS = 8_000;

export default function live(root) {
  const [stage, own, state] = ["stage", "own", "state"].map((name) =>
    root.querySelector(`[data-${name}]`),
  );
  let answered = root.dataset.answered;
  let source, silence;
  let streams = true;

  const say = (text) => {
    state.hidden = !text;
    state.textContent = text;
  };

  const show = (html) => {
    const open = [...stage.querySelectorAll("details[open]")].map((one) => one.dataset.fold);
    const button = stage.contains(document.activeElement) ? document.activeElement.value : null;
    const hadFocus = button !== null || document.activeElement === document.body;
    stage.innerHTML = html;
    for (const fold of open) stage.querySelector(`[data-fold="${fold}"]`)?.setAttribute("open", "");
    enhance(stage);
    const again = button && stage.querySelector(`button[value="${button}"]`);
    if (hadFocus) (again || stage).focus({ preventScroll: true });
  };

  const showKept = () => show(root.querySelector("template[data-kept]").innerHTML);

  const onState = (event) => {
    const news = JSON.parse(event.data);
    alive();
    if (own) own.replaceChildren();
    const isKept = news.phase === "answering" && news.key === answered && !news.paused;
    root.dataset.key = news.key;
    if (isKept) return showKept();
    show(news.html);
  };

  const onYou = (event) => {
    const news = JSON.parse(event.data);
    if (news.standing) return location.reload();
    own.innerHTML = news.html;
  };

  // A stream that says nothing for long does not pass some proxy: ask now and then.
  const alive = () => {
    say("");
    clearTimeout(silence);
    silence = setTimeout(() => {
      streams = false;
      listen();
    }, QUIET_MS);
  };

  const listen = () => {
    source?.close();
    const { news, seen } = root.dataset;
    const how = streams ? "" : "&poll=1";
    source = new EventSource(`${news}?seen=${encodeURIComponent(seen)}${how}`);
    source.addEventListener("open", () => streams && alive());
    source.addEventListener("state", onState);
    source.addEventListener("you", onYou);
    source.addEventListener("beat", alive);
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, again(1));
    });
  };

  const again = (tries) => Math.random() * Math.min(LONGEST_WAIT_MS, 500 * 2 ** tries);

  const send = async (form, body, tries = 0) => {
    const headers = { "X-CSRFToken": root.dataset.token, "X-Live": "1" };
    try {
      const reply = await fetch(form.action, { method: "POST", body, headers });
      if (reply.status >= 500) throw new Error(reply.status);
      say("");
      return reply;
    } catch {
      say(root.dataset.lost);
      await new Promise((go) => setTimeout(go, again(tries)));
      return send(form, body, tries + 1);
    }
  };

  root.addEventListener("submit", async (event) => {
    const form = event.target;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const buttons = form.querySelectorAll("button");
    for (const button of buttons) button.setAttribute("aria-disabled", "true");
    if (form.dataset.sending) return;
    form.dataset.sending = "1";
    const { key } = root.dataset;
    const reply = await send(form, body);
    delete form.dataset.sending;
    for (const button of buttons) button.removeAttribute("aria-disabled");
    if (reply.status !== 204) return say(reply.status < 400 ? "" : await reply.text());
    if (!("answer" in form.dataset)) return;
    answered = key;
    if (form.isConnected) showKept();
  });

  listen();
}
