/* Every page begins here. */
import { enhance } from "./enhance.mjs";

enhance(document);

/* Styles and pages of a round stay at hand without a net; only where browsers allow it. */
const worker = new URL("../../service-worker.js", import.meta.url);
navigator.serviceWorker?.register(worker).catch(() => {});
