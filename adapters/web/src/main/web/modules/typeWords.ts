// SPDX-License-Identifier: Apache-2.0
import { text } from '../text';

/** The type of a device in the language of the page: a sensor by what it measures, a battery module by its own name. */
export function typeWords(type: string | null | undefined): string {
  if (!type) return '–';
  const known = Object.entries(text().modules.types).find(([name]) => type.startsWith(name));
  return known ? known[1] + type.slice(known[0].length) : type;
}
