// SPDX-License-Identifier: Apache-2.0
import { text } from '../text';
import type { Setting } from './model';

/** What a setting is called in the language of the page; the server's words where the page has none. */
export function titleOf(setting: Setting): string {
  const known = text().settings.titles[`${setting.group}.${setting.name}`];
  return known ? known(setting.subject ?? '') : setting.title;
}

/** A value for people: words of the page for on and off. */
export function valueWords(value: string | null): string {
  const words = text().settings;
  return value === null ? words.standard : value === 'on' ? words.on : value === 'off' ? words.off : value;
}
