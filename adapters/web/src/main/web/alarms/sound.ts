// SPDX-License-Identifier: Apache-2.0
import { summary } from '../state/alarms';
import { Cell } from '../state/cell';
import { sound } from '../state/choices';
import { connection } from '../state/site';

const EVERY_MILLIS = 4_000;
/** Two short tones: Hz, and when they begin, s. */
const TONES = [[740, 0], [988, 0.22]] as const;
const TONE_SECONDS = 0.16, LOUDNESS = 0.25;

/** Whether the browser lets this page sound: it wants a touch or a key first. */
export const allowed = new Cell(false);

let output: AudioContext | null = null;
let timer: ReturnType<typeof setInterval> | null = null;
/** Of several tabs of one browser that may sound only one does. */
let ours = false;

/** Lets the page sound while alarms buzz, for as long as it stands. */
export function followBuzzer(): void {
  const wake = () => void allow();
  addEventListener('pointerdown', wake);
  addEventListener('keydown', wake);
  summary.follow(look);
  connection.follow(look);
  sound.follow(look);
}

/** Holds the turn to sound until this tab is closed; without locks, on plain HTTP, every tab has it. */
function takeTurn(): void {
  if (typeof navigator.locks === 'undefined') {
    ours = true;
    return;
  }
  void navigator.locks.request('evenfloat-buzzer', () => {
    ours = true;
    if (timer !== null) beep();
    return new Promise(() => undefined);
  });
}

async function allow(): Promise<void> {
  // Keys such as Escape are no gesture to a browser, which would complain.
  if (allowed.value || navigator.userActivation?.isActive === false) return;
  try {
    output ??= new AudioContext();
    await output.resume();
  } catch {
    return;
  }
  if (output.state === 'running') {
    allowed.value = true;
    takeTurn();
  }
}

/** Whether there is something to be heard; a server that is gone could not be told to be silent. */
export function audible(): boolean {
  return sound.value === 'on' && connection.value.state === 'open' && summary.value?.buzzing === true;
}

function look(): void {
  if (audible() === (timer !== null)) return;
  if (timer !== null) {
    clearInterval(timer);
    timer = null;
  } else {
    beep();
    timer = setInterval(beep, EVERY_MILLIS);
  }
}

function beep(): void {
  if (!ours || output === null || output.state !== 'running') return;
  for (const [hertz, after] of TONES) {
    const begin = output.currentTime + after;
    const tone = output.createOscillator();
    const gain = output.createGain();
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02);
    gain.gain.setValueAtTime(LOUDNESS, begin + TONE_SECONDS - 0.04);
    gain.gain.linearRampToValueAtTime(0, begin + TONE_SECONDS);
    tone.connect(gain).connect(output.destination);
    tone.start(begin);
    tone.stop(begin + TONE_SECONDS);
  }
}
