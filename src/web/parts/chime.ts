const VOLUME = 0.09;
const TONES = [
  { hertz: 587.33, after: 0 },
  { hertz: 880, after: 0.13 },
] as const;
const LASTS = 0.55;

let audio: AudioContext | undefined;

/** Two soft tones; none before the person has done anything on this page, as browsers want it. */
export function chime(): void {
  if (navigator.userActivation?.hasBeenActive === false) return;
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume();
  for (const { hertz, after } of TONES) tone(audio, hertz, audio.currentTime + after);
}

/** Starts without a click, and dies away. */
function tone(audio: AudioContext, hertz: number, at: number): void {
  const string = new OscillatorNode(audio, { type: 'sine', frequency: hertz });
  const loudness = new GainNode(audio, { gain: 0 });
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(VOLUME, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + LASTS);
  string.connect(loudness).connect(audio.destination);
  string.start(at);
  string.stop(at + LASTS);
}
