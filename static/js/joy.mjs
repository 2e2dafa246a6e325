/* Two quiet notes after an answer, if somebody wants them: up where it was right, level
   where it was not. No file is loaded: the browser makes them. */
const NOTES = { right: [523.25, 783.99], partly: [523.25, 587.33], wrong: [440, 440], given: [523.25] };
const LENGTH_S = 0.16;

export function play(state) {
  const context = new AudioContext();
  (NOTES[state] ?? []).forEach((frequency, place) => {
    const begin = context.currentTime + place * LENGTH_S;
    const note = context.createOscillator();
    const volume = context.createGain();
    note.type = "sine";
    note.frequency.value = frequency;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(0.12, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + LENGTH_S * 1.6);
    note.connect(volume).connect(context.destination);
    note.start(begin);
    note.stop(begin + LENGTH_S * 1.6);
  });
}

export default function joy(element) {
  try {
    if (localStorage.getItem("sound") === "on") play(element.dataset.state);
  } catch {
    // No sound is no trouble.
  }
}
