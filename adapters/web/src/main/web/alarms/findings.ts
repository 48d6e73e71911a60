// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../findings';
import { link } from '../state/route';
import type { AlarmList } from './model';
import { mostUrgentFirst, numberOf } from './order';
import { sentenceOf } from './words';

/** The alarms that stand as sentences, most urgent first, and then the findings that no alarm says. */
export function withAlarms(found: Finding[], list: AlarmList | null): Finding[] {
  if (list === null) return found;
  const known = new Set([...list.standing, ...list.hidden].map(alarm => alarm.id));
  const left = found.filter(finding => !finding.saidBy || !finding.saidBy.every(id => known.has(id)));
  const alarms = mostUrgentFirst(list.standing).map(alarm => ({
    priority: numberOf(alarm.priority) as Finding['priority'], sentence: sentenceOf(alarm),
    href: link('alarms', 'standing', alarm.id), known: !alarm.wantsAcknowledgement,
  }));
  return [...alarms, ...left];
}
