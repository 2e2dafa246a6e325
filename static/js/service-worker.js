/* Keeps for one browser: the shell (styles, scripts, fonts, drawings, two pages without
   net), the pages of a round that was begun, and an answer that could not be sent.
   Nothing else of anybody is kept. Whoever leaves or takes a seat, signs in or out or
   has everything forgotten, has the pages and the answers wiped. */
const SHELL = "shell-1";
const ROUNDS = "rounds-1";
const WAITING = "waiting-1";
const NO_NET = "/offline";
const KEPT = "/offline/answer";
const MOST_PAGES = 20;
const ROUND = /^\/play\/[0-9a-f-]{36}(\/\d+)?$/;
const ANSWER = /^\/play\/[0-9a-f-]{36}\/\d+$/;
const WIPES = /^\/(join(\/leave)?|account\/(sign-in|sign-out|register)|privacy\/forget)$/;

const wipe = () => Promise.all([ROUNDS, WAITING].map((name) => caches.delete(name)));

async function keepShell() {
  const shell = await caches.open(SHELL);
  for (const address of [NO_NET, KEPT]) {
    const page = await fetch(address, { cache: "no-store" });
    const text = await page.clone().text();
    await shell.put(address, page);
    const parts = [...text.matchAll(/(?:href|src)="(\/static\/[^"#]+)"/g)];
    await shell.addAll([...new Set(parts.map((found) => found[1]))]);
  }
  await shell.addAll(["/static/js/back-online.mjs"]);
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const known = [SHELL, ROUNDS, WAITING];
  const old = caches
    .keys()
    .then((names) => names.filter((name) => !known.includes(name)))
    .then((names) => Promise.all(names.map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => self.clients.claim()));
});

async function fromShell(request) {
  const found = await caches.match(request, { cacheName: SHELL });
  if (found) return found;
  const answer = await fetch(request);
  if (!answer.ok) return answer;
  const shell = await caches.open(SHELL);
  await shell.delete(request, { ignoreSearch: true }); // an earlier version of it
  await shell.put(request, answer.clone());
  return answer;
}

/* A page of a round is kept as it came; what the server refuses is kept no longer. */
async function keepPage(address, answer) {
  const rounds = await caches.open(ROUNDS);
  if (!answer.ok) return rounds.delete(address);
  if (answer.redirected) return undefined;
  await rounds.put(address, answer);
  const pages = await rounds.keys();
  return Promise.all(pages.slice(0, -MOST_PAGES).map((page) => rounds.delete(page)));
}

async function page(event) {
  const { pathname } = new URL(event.request.url);
  const isOfRound = ROUND.test(pathname);
  try {
    const answer = await fetch(event.request);
    if (isOfRound) event.waitUntil(keepPage(pathname, answer.clone()));
    return answer;
  } catch {
    const kept = isOfRound && (await caches.match(pathname, { cacheName: ROUNDS }));
    return kept || caches.match(NO_NET, { cacheName: SHELL });
  }
}

/* An answer that cannot be sent waits. Its first sending asks only whether there is a
   net (the script of the form then sends it as a page), so that one is told to try. */
async function answer(request) {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    if (request.mode !== "navigate") return new Response(null, { status: 503 });
    const body = await copy.text();
    const headers = { "Content-Type": copy.headers.get("Content-Type") };
    const waiting = await caches.open(WAITING);
    await waiting.put(new URL(copy.url).pathname, new Response(body, { headers }));
    return caches.match(KEPT, { cacheName: SHELL });
  }
}

/* Sends what waits. The server keeps the first answer to a question, so that one that
   arrived twice counts once. */
async function sendWaiting() {
  const waiting = await caches.open(WAITING);
  let refused = 0;
  for (const request of await waiting.keys()) {
    const kept = await waiting.match(request);
    const headers = { "Content-Type": kept.headers.get("Content-Type") };
    try {
      const sent = { method: "POST", headers, body: await kept.text(), redirect: "manual" };
      const told = await fetch(request.url, sent);
      if (told.status >= 500) continue;
      if (told.type !== "opaqueredirect" && told.status !== 409) refused += 1;
      await waiting.delete(request);
    } catch {
      break;
    }
  }
  return { waiting: (await waiting.keys()).length, refused };
}

self.addEventListener("message", (event) => {
  if (event.data !== "send") return;
  event.waitUntil(sendWaiting().then((told) => event.ports[0].postMessage(told)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === "POST" && WIPES.test(pathname)) event.waitUntil(wipe());
  else if (request.method === "POST" && ANSWER.test(pathname)) event.respondWith(answer(request));
  else if (request.method !== "GET") return;
  else if (pathname.startsWith("/static/") && searchParams.has("v")) {
    event.respondWith(fromShell(request));
  } else if (pathname === "/static/js/back-online.mjs") {
    event.respondWith(fetch(request).catch(() => caches.match(request, { cacheName: SHELL })));
  } else if (request.mode === "navigate") event.respondWith(page(event));
});
