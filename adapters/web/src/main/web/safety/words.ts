// SPDX-License-Identifier: Apache-2.0
import { tick } from '../format';
import { leftOf } from '../state/protection';
import { text } from '../text';
import type { GuardedBreaker, GuardedString, Protection } from './model';

const SPACE = '\u00a0';

const figure = (value: number | null | undefined, unit: string, decimals = 1) =>
  (value === null || value === undefined ? text().notMeasured : tick(value, decimals) + SPACE + unit);

export const kelvins = (value: number | null | undefined) => figure(value, 'K');
export const degrees = (value: number | null | undefined) => figure(value, '°C');
export const slope = (value: number | null | undefined) => figure(value, 'K/h', 2);
export const ratio = (value: number | null | undefined) => (value === null || value === undefined ? '?' : tick(value, 1));

/** Minutes and seconds of what is left, rounded up, so that 0:00 is really the end. */
export function minutesSeconds(millis: number): string {
  const seconds = Math.ceil(millis / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What the guard has found, as part of a sentence. */
export function findingOf(guard: GuardedString): string {
  const { rules } = text().safety;
  const hot = guard.decisive;
  const block = hot?.block ?? '?', rise = kelvins(hot?.riseKelvin), celsius = degrees(hot?.celsius), s = guard.string;
  switch (guard.rule) {
    case 'NONE': return rules.NONE(s);
    case 'WARN_RISE': return rules.WARN_RISE(block, rise, kelvins(guard.limit));
    case 'ALARM_TEMPERATURE': return rules.ALARM_TEMPERATURE(block, rise, celsius, (guard.limit ?? 0) > 20 ? degrees(guard.limit) : kelvins(guard.limit));
    case 'ALARM_CURRENT': case 'TRIP_CURRENT': return rules.CURRENT(s, ratio(guard.currentRatio), ratio(guard.limit));
    case 'UNCONFIRMED': return rules.UNCONFIRMED(block, celsius, rise);
    case 'ALARM_ONLY': return rules.ALARM_ONLY(block, celsius, rise);
    case 'HELD_BY_DISCHARGE': return rules.HELD_BY_DISCHARGE(block, rise, s);
    case 'TRIP_CLASSIC': return rules.TRIP_CLASSIC(s);
    case 'TRIP_WIDESPREAD': return rules.TRIP_WIDESPREAD(guard.votingBlocks, s, block, celsius, slope(hot?.kelvinPerHour));
    case 'TRIP_RISE': return rules.TRIP_RISE(block, rise, kelvins(guard.limit), slope(hot?.kelvinPerHour));
    case 'TRIP_HOT': return rules.TRIP_HOT(block, celsius, degrees(guard.limit));
  }
}

const RANK = { NORMAL: 0, WARN: 1, ALARM: 2, TRIP: 3 };

/** Its strings, the one that is worst first. */
export function stringsOf(breaker: GuardedBreaker, all: Protection): GuardedString[] {
  return all.strings.filter(each => breaker.strings.includes(each.string)).sort((a, b) => RANK[b.stage] - RANK[a.stage]);
}

/** A sentence and how urgent it is, 1 to 4. */
export interface Said {
  priority: number;
  sentence: string;
}

/** How a breaker stands, in one sentence; `unmeasured` are strings of which no block is measured now. */
export function stateOf(breaker: GuardedBreaker, all: Protection, unmeasured: string[] = []): Said {
  const t = text().safety;
  const id = breaker.breaker;
  const worst = stringsOf(breaker, all)[0];
  const what = worst ? findingOf(worst) : '';
  const left = minutesSeconds(leftOf(breaker));
  switch (breaker.phase) {
    case 'WATCHING':
      if (!worst || worst.stage === 'NORMAL') {
        const blind = stringsOf(breaker, all).filter(each => each.cannotProtect !== 'NO').map(each => each.string);
        if (blind.length > 0) return { priority: 2, sentence: t.blind(id, blind.join(', ')) };
        if (unmeasured.length > 0) return { priority: 2, sentence: t.unmeasured(unmeasured.join(', ')) };
        if (breaker.cannotTrip.length > 0) return { priority: 1, sentence: t.watchesInVain(id) };
        return breaker.mode === 'DISARMED' ? { priority: 3, sentence: t.disarmed(id) } : { priority: 4, sentence: t.watches(id) };
      }
      return { priority: worst.stage === 'WARN' ? 3 : worst.stage === 'ALARM' ? 2 : 1, sentence: breaker.mode === 'DISARMED' ? t.disarmedWhile(id, what) : t.watchesWhile(id, what) };
    case 'COUNTDOWN':
      if (breaker.hold !== 'NONE') return { priority: 1, sentence: `${t.stripHeld(id)}: ${what}. ${t.holds[breaker.hold]} ${t.decide}` };
      return breaker.mode === 'SHADOW' ? { priority: 2, sentence: t.wouldOpenIn(id, left, what) } : { priority: 1, sentence: t.opensIn(id, left, what) };
    case 'VETOED': return { priority: 1, sentence: t.vetoedFor(id, left, what) };
    case 'OPENING': return { priority: 1, sentence: t.opening(id) };
    case 'WOULD_BE_OPEN': return { priority: 1, sentence: t.wouldBeOpen(id) };
    case 'OPEN': return { priority: 2, sentence: t.open(id) };
    case 'FAILED': return { priority: 1, sentence: t.failed(id) };
  }
}

/** What stands above every page while a breaker is at work. */
export function stripOf(breaker: GuardedBreaker): Said {
  const t = text().safety;
  const id = breaker.breaker, left = minutesSeconds(leftOf(breaker));
  if (breaker.phase === 'FAILED') return { priority: 1, sentence: t.stripFailed(id) };
  if (breaker.phase === 'OPENING') return { priority: 1, sentence: t.stripOpening(id) };
  if (breaker.phase === 'VETOED') return { priority: 2, sentence: t.stripVeto(id, left) };
  if (breaker.hold !== 'NONE') return { priority: 1, sentence: t.stripHeld(id) };
  return breaker.mode === 'SHADOW' ? { priority: 2, sentence: t.stripShadow(id, left) } : { priority: 1, sentence: t.strip(id, left) };
}
