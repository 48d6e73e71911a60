// SPDX-License-Identifier: Apache-2.0
import { alarms } from '../state/alarms';
import { useCell } from '../state/cell';
import type { BatteryString } from '../state/model';
import { marksOf } from './order';
import type { Mark } from './order';
import type { AlarmList } from './model';

const known = new WeakMap<AlarmList, ReadonlyMap<string, Mark>>();

/** The worst alarm of each block of a string, in the order of its blocks. */
export function useMarks(string: BatteryString): (Mark | undefined)[] {
  const list = useCell(alarms);
  if (list === null) return [];
  let marks = known.get(list);
  if (!marks) known.set(list, marks = marksOf(list.standing, 'BLOCK'));
  return string.blocks.map(block => marks.get(block.id));
}
