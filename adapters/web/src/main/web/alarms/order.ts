// SPDX-License-Identifier: Apache-2.0
import { PRIORITIES } from './model';
import type { Alarm, AlarmSummary, Priority } from './model';

/** 1 is the most urgent: the number of its colour and shape. */
export const numberOf = (priority: Priority) => PRIORITIES.indexOf(priority) + 1;

/** Most urgent first; of those the ones that nobody has acknowledged, then the ones that are still so, then the newest. */
export function mostUrgentFirst(alarms: Alarm[]): Alarm[] {
  return [...alarms].sort((a, b) =>
    numberOf(a.priority) - numberOf(b.priority)
    || Number(b.wantsAcknowledgement) - Number(a.wantsAcknowledgement)
    || Number(b.active) - Number(a.active)
    || (b.raisedAtMillis ?? 0) - (a.raisedAtMillis ?? 0)
    || a.sequence - b.sequence);
}

/** How an alarm is shown on what it is about. */
export interface Mark {
  /** 1 to 3. */
  priority: number;
  /** Whether nobody has acknowledged it yet: filled, else an outline. */
  filled: boolean;
}

const worse = (mark: Mark, than: Mark | undefined) =>
  than === undefined || mark.priority < than.priority || mark.priority === than.priority && mark.filled && !than.filled;

/** The worst mark by subject. */
export function marksOf(standing: Alarm[], scope: Alarm['scope']): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const alarm of standing) {
    if (alarm.scope !== scope) continue;
    const mark = { priority: numberOf(alarm.priority), filled: alarm.wantsAcknowledgement };
    if (worse(mark, marks.get(alarm.subject))) marks.set(alarm.subject, mark);
  }
  return marks;
}

/** The worst alarm of each block. */
export function worstOfBlocks(standing: Alarm[]): ReadonlyMap<string, Alarm> {
  return new Map(mostUrgentFirst(standing).filter(alarm => alarm.scope === 'BLOCK').reverse().map(alarm => [alarm.subject, alarm]));
}

export interface Filter {
  words: string;
  /** Every priority when there is none. */
  priority: Priority | null;
  /** Only what nobody has acknowledged. */
  open: boolean;
}

/** The alarms that hold every word of a filter; `said` is what the page says of one. */
export function filtered(alarms: Alarm[], filter: Filter, said: (alarm: Alarm) => string): Alarm[] {
  const words = filter.words.trim().toLowerCase().split(/\s+/).filter(word => word !== '');
  return alarms.filter(alarm => {
    if (filter.priority !== null && alarm.priority !== filter.priority) return false;
    if (filter.open && !alarm.wantsAcknowledgement) return false;
    if (words.length === 0) return true;
    const text = `${alarm.id} ${said(alarm)}`.toLowerCase();
    return words.every(word => text.includes(word));
  });
}

/** How many stand, of every priority. */
export function standingCount(summary: AlarmSummary | null): number {
  return summary === null ? 0 : PRIORITIES.reduce((sum, priority) => sum + summary.counts[priority].standing, 0);
}

/** Whether an alarm has an amount that says something: not a flag, nor a time of which every moment counts. */
export function hasAmount(alarm: Pick<Alarm, 'valueText' | 'dimension' | 'limit'>): boolean {
  return alarm.valueText !== '' && !(alarm.dimension === 'TIME' && alarm.limit === 0);
}

/** What somebody can do to an alarm. */
export type Deed = 'acknowledge' | 'reset' | 'shelve' | 'unshelve' | 'out-of-service' | 'in-service';

/** The verbs of the server for them. */
export const VERB_OF: Record<Deed, string> = {
  acknowledge: 'ACKNOWLEDGE_ALARMS', reset: 'ACKNOWLEDGE_ALARMS', shelve: 'SHELVE_ALARMS', unshelve: 'SHELVE_ALARMS',
  'out-of-service': 'OUT_OF_SERVICE', 'in-service': 'OUT_OF_SERVICE',
};

/** What comes next for an alarm, most wanted first. */
export function deedsOf(alarm: Alarm): Deed[] {
  const hiddenBy = new Set(alarm.hidings.map(hiding => hiding.reason));
  const deeds: Deed[] = [];
  if (alarm.wantsAcknowledgement) deeds.push('acknowledge');
  if (alarm.state === 'LATCHED_ACKNOWLEDGED') deeds.push('reset');
  if (hiddenBy.has('SHELVED')) deeds.push('unshelve');
  else if (hiddenBy.size === 0) deeds.push('shelve');
  deeds.push(hiddenBy.has('OUT_OF_SERVICE') ? 'in-service' : 'out-of-service');
  return deeds;
}

/** The alarms of several that a deed can be done to. */
export function doable(alarms: Alarm[], deed: Deed): Alarm[] {
  return alarms.filter(alarm => deedsOf(alarm).includes(deed));
}

/** A block, string, line or breaker as words of the address of its page. */
export function placeOf(alarm: Pick<Alarm, 'scope' | 'subject' | 'strings'>): string[] {
  switch (alarm.scope) {
    case 'BLOCK': return alarm.strings[0] === undefined ? ['batteries'] : ['batteries', alarm.strings[0], alarm.subject];
    case 'STRING': return ['batteries', alarm.subject];
    case 'LINE': return ['lines'];
    case 'BREAKER': return ['safety'];
    case 'SERVER': return ['system'];
  }
}
