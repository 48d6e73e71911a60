// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'preact/hooks';
import { alarms } from '../state/alarms';
import { useCell } from '../state/cell';
import type { BatteryString } from '../state/model';
import { marksOf } from './order';
import type { Mark } from './order';
import type { AlarmList } from './model';

const known = new WeakMap<AlarmList, ReadonlyMap<string, Mark>>();
const NONE: (Mark | undefined)[] = [];

/** The worst alarm of each block of a string, in the order of its blocks; the same array while it is the same. */
export function useMarks(string: BatteryString): (Mark | undefined)[] {
  const list = useCell(alarms);
  return useMemo(() => {
    if (list === null) return NONE;
    let marks = known.get(list);
    if (!marks) known.set(list, marks = marksOf(list.standing, 'BLOCK'));
    return marks.size === 0 ? NONE : string.blocks.map(block => marks.get(block.id));
  }, [list, string]);
}
