// SPDX-License-Identifier: Apache-2.0
import { Cell } from './cell';

/** What a person has chosen in this browser; kept there. */

export type Theme = 'auto' | 'light' | 'dark';
export type Language = 'en' | 'de';

function kept<T extends string>(name: string, allowed: readonly T[], otherwise: T): Cell<T> {
  const before = localStorage.getItem(name) as T | null;
  const cell = new Cell<T>(before !== null && allowed.includes(before) ? before : otherwise);
  cell.follow(() => localStorage.setItem(name, cell.value));
  // Another tab of this browser has chosen.
  addEventListener('storage', event => {
    const now = event.key === name ? event.newValue as T | null : null;
    if (now !== null && allowed.includes(now) && now !== cell.value) cell.value = now;
  });
  return cell;
}

export const theme = kept<Theme>('theme', ['auto', 'light', 'dark'], 'auto');

export const language = kept<Language>(
  'language', ['en', 'de'], navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en');

/** Whether this browser sounds while alarms buzz. */
export const sound = kept<'on' | 'off'>('sound', ['on', 'off'], 'on');

function show(): void {
  document.documentElement.dataset.theme = theme.value;
  document.documentElement.lang = language.value;
}

theme.follow(show);
language.follow(show);
show();
