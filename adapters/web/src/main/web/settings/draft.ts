// SPDX-License-Identifier: Apache-2.0
import { Cell } from '../state/cell';
import type { Change, Setting } from './model';

/** What a person wants to change, by key; null goes back to the default. Kept while he looks at other pages. */
export type Draft = ReadonlyMap<string, string | null>;

export const draft = new Cell<Draft>(new Map());

/** The draft with another wish for a setting; wanting what is there already is no wish. */
export function wanting(present: Draft, setting: Setting, wish: string | null): Draft {
  const next = new Map(present);
  const trimmed = wish === null || wish.trim() === '' ? null : wish;
  const same = trimmed === null ? !setting.given : trimmed === setting.value && (setting.given || trimmed === setting.default);
  if (same) next.delete(setting.key);
  else next.set(setting.key, trimmed);
  return next;
}

/** What a field shows: the wish, or else what is in force. */
export function shown(present: Draft, setting: Setting): string {
  if (!present.has(setting.key)) return setting.value;
  return present.get(setting.key) ?? setting.default;
}

/** The draft without what the settings say already or do not have any more. */
export function stillWanted(present: Draft, settings: Setting[]): Draft {
  let next: Draft = new Map();
  for (const setting of settings) {
    const wish = present.get(setting.key);
    if (wish !== undefined && setting.lockedInLine === null) next = wanting(next, setting, wish);
  }
  return next;
}

/** The draft as differences. */
export function changesOf(present: Draft, settings: Setting[]): Change[] {
  return settings.filter(setting => present.has(setting.key)).map(setting => ({
    key: setting.key, before: setting.given ? setting.value : null, after: present.get(setting.key)!,
    default: setting.default,
  }));
}

/** The settings in which every word of a search stands. */
export function found(settings: Setting[], search: string, title: (setting: Setting) => string): Setting[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(word => word !== '');
  if (words.length === 0) return settings;
  return settings.filter(setting => {
    const text = `${setting.key} ${title(setting)} ${setting.value}`.toLowerCase();
    return words.every(word => text.includes(word));
  });
}
