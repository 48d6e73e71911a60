// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../findings';
import { link } from '../state/route';
import type { AlarmList } from './model';
import { mostUrgentFirst, numberOf } from './order';
import { responseOf, sentenceOf, stemOf } from './words';

/** A finding, and what is to be done where its sentence does not say that. */
export interface Said extends Finding {
  response?: string;
}

/** The alarms that stand as sentences, most urgent first, and then the findings that no alarm says. */
export function withAlarms(found: Finding[], list: AlarmList | null): Said[] {
  if (list === null) return found;
  const known = new Set([...list.standing, ...list.hidden].map(alarm => sortOf(alarm.id)));
  const left = found.filter(finding => !finding.saidBy || !finding.saidBy.every(id => known.has(sortOf(id))));
  const alarms = mostUrgentFirst(list.standing).map(alarm => ({
    priority: numberOf(alarm.priority) as Finding['priority'], sentence: sentenceOf(alarm), response: responseOf(alarm),
    href: link('alarms', 'standing', alarm.id), known: !alarm.wantsAcknowledgement,
  }));
  return [...alarms, ...left];
}

/** An alarm without its level: both levels say it, and a sort that has one alone has none in its id. */
function sortOf(id: string): string {
  const [definition, ...subject] = id.split('/');
  return [stemOf(definition!), ...subject].join('/');
}
