// SPDX-License-Identifier: Apache-2.0
import { language } from '../state/choices';
import { de } from './de';
import { en } from './en';

/** Everything the page says; one file a language, and the other languages must say all that English does. */
export type Texts = typeof en;

/** The texts in the language chosen. */
export function text(): Texts {
  return language.value === 'de' ? de : en;
}
