// SPDX-License-Identifier: Apache-2.0
import { STALE } from '../state/model';
import type { StringImage } from '../state/model';

/**
 * Whether no block of a string has a temperature of now: its line is down, or all of its modules are silent. The guard
 * goes on with the last known ones for half an hour; a person has to know that at once.
 */
export function unmeasured(image: StringImage | undefined): boolean {
  return image !== undefined && image.kinds.temperature.quality.every(code => code >= STALE);
}
