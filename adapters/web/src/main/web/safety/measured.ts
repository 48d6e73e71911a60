// SPDX-License-Identifier: Apache-2.0
import { named } from '../findings';
import { STALE } from '../state/model';
import type { BatteryString, StringImage } from '../state/model';
import { text } from '../text';
import type { GuardedString, Rises } from './model';

const NAMED = 8;

/**
 * Whether no block of a string has a temperature of now: its line is down, or all of its modules are silent. The guard
 * goes on with the last known ones for half an hour; a person has to know that at once.
 */
export function unmeasured(image: StringImage | undefined): boolean {
  return image !== undefined && image.kinds.temperature.quality.every(code => code >= STALE);
}

/** The blocks of a string whose module says nothing now. */
function silentOf(string: BatteryString | undefined, image: StringImage | undefined): ReadonlySet<string> {
  const quality = image?.kinds.temperature.quality ?? [];
  return new Set(string?.blocks.filter((_, i) => (quality[i] ?? 0) >= STALE).map(block => block.id));
}

/** Which of the rises are only the last known ones: their blocks say nothing now. By place from 0. */
export function oldRises(rises: Rises, string: BatteryString | undefined, image: StringImage | undefined): ReadonlySet<number> {
  const silent = silentOf(string, image);
  return new Set(rises.blocks.flatMap((block, i) => (silent.has(block) ? [i] : [])));
}

/** What is to be said of the temperatures of a string: modules that are silent now, and sensors that are not believed. */
export function unbelieved(guard: GuardedString, string: BatteryString | undefined, image: StringImage | undefined): string[] {
  const t = text();
  const silent = silentOf(string, image);
  const speaking = guard.faultySensors.filter(block => !silent.has(block));
  return [
    ...(silent.size > 0 && !unmeasured(image) ? [t.safety.silent(named([...silent], NAMED))] : []),
    ...(speaking.length > 0 ? [t.safety.broken(named(speaking, NAMED))] : []),
    ...(guard.ambientFaulty && !unmeasured(image) ? [t.safety.ambientBroken] : []),
  ];
}
