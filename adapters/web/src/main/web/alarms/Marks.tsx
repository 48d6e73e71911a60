// SPDX-License-Identifier: Apache-2.0
import { text } from '../text';
import type { Alarm } from './model';

/** What is special of an alarm, a word each: first of a series, comes and goes, stands for long, stays though it is over. */
export function Marks({ alarm }: { alarm: Alarm }) {
  const t = text().alarms.marks;
  const marks = (['firstOut', 'chattering', 'stale', 'latching'] as const)
    .filter(each => alarm[each] && !(each === 'latching' && alarm.active));
  return <>{marks.map(each => <span key={each} class="mark-word" title={t[each][1]}>{t[each][0]}</span>)}</>;
}
