/* A page without net goes on as soon as there is one. One with an answer that waits has
   it sent first, by the service worker that keeps it. */
const EVERY_MS = 5_000;
export default function backOnline(part) {
  const state = part.querySelector("[data-state]");
  const worker = navigator.serviceWorker?.controller;
  const goOn = () => location.replace(location.href);

  const reach = async () => {
    try {
      return (await fetch("/healthz", { cache: "no-store" })).ok;
    } catch {
      return false;
    }
  };
  const send = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => done(event.data);
      worker.postMessage("send", [port2]);
    });
  const attempt = async () => {
    if (!(await reach())) return;
    if (!worker || part.dataset.sends === undefined) return goOn();
    const { waiting, refused } = await send();
    if (state) state.hidden = refused === 0;
    if (waiting === 0 && refused === 0) goOn();
  };

  part.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    attempt();
  });
  addEventListener("online", attempt);
  setInterval(attempt, EVERY_MS);
}
