/* Turns the sound after an answer on and off: off at first, then as it was left. */
import { play } from "./joy.mjs";

const KEY = "sound";

export default function sound(button) {
  try {
    const show = (on) => button.setAttribute("aria-pressed", String(on));
    show(localStorage.getItem(KEY) === "on");
    button.addEventListener("click", () => {
      const on = localStorage.getItem(KEY) !== "on";
      localStorage.setItem(KEY, on ? "on" : "off");
      show(on);
      if (on) play("right");
    });
    button.hidden = false;
  } catch {
    // A browser that keeps nothing stays silent.
  }
}
