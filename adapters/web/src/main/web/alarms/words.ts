// SPDX-License-Identifier: Apache-2.0
import { language } from '../state/choices';
import type { Site } from '../state/model';
import { site } from '../state/site';
import { text } from '../text';
import { ALARM_WORDS_DE, BEHIND_VALUE_DE } from '../text/alarm-words-de';
import type { AlarmWords } from '../text/alarm-words-de';
import type { Alarm, AlarmRecord, Definition, HideReason } from './model';

/** What alarms say in the language of the page: the server's own words in English, built from the parts in others. */

const places = new WeakMap<Site, Map<string, string>>();

/** What people call a block, string, line or breaker, by its id. */
function placeNames(here: Site): Map<string, string> {
  const key = language.value + '|';
  let names = places.get(here);
  if (!names?.has(key)) {
    names = new Map([[key, '']]);
    for (const line of here.lines) names.set(line, `${text().modules.line} ${line}`);
    for (const breaker of here.breakers) names.set(breaker.id, `${text().switchgear.breaker} ${breaker.id}`);
    for (const string of here.strings) {
      names.set(string.id, string.name);
      for (const block of string.blocks) names.set(block.id, text().blockOf(block.number, string.name));
    }
    places.set(here, names);
  }
  return names;
}

/** What people call what an alarm is about; the server itself has no name. */
export function placeName(subject: string): string {
  const here = site.value;
  return here === null ? subject : placeNames(here).get(subject) ?? subject;
}

/** The id of a definition without its level: both levels say the same. */
export const stemOf = (definition: string) => definition.replace(/-(warning|alarm)$/, '');

function german(definition: string): AlarmWords | undefined {
  return language.value === 'de' ? ALARM_WORDS_DE[stemOf(definition)] : undefined;
}

/** An amount as the server writes it, with the decimal sign of the language. */
export function amount(written: string): string {
  const spaced = written.replaceAll(' ', '\u00a0').replace(/^-/, '\u2212');
  return language.value === 'de' ? spaced.replace(/(\d)\.(\d)/, '$1,$2') : spaced;
}

/** What is told of an alarm or of a change of one. */
type Told = Pick<Alarm | AlarmRecord, 'definition' | 'subject' | 'limit' | 'valueText' | 'limitText' | 'sentence'>
  & { active?: boolean; raisedAtMillis?: number | null };

const OF_DISCHARGE = new Set(['discharge', 'block-weak']);

function built(own: AlarmWords, told: Told): string {
  const t = text().alarms;
  const stem = stemOf(told.definition);
  const meaning = own.meaning(placeName(told.subject));
  if (told.raisedAtMillis === null) return `${meaning}: ${t.never}.`;
  const behind = BEHIND_VALUE_DE[stem];
  // That a string discharges is told from its first moment on: there is no limit to be beyond. When the discharge is over
  // it says nothing that it has lasted 0 s, or that a block is 0 % below its string.
  const bare = told.valueText === '' || stem === 'discharge' && told.limit === 0 || OF_DISCHARGE.has(stem) && /^0\.0 /.test(told.valueText);
  const value = bare ? '' : `: ${amount(told.valueText)}${behind === undefined ? '' : ` ${behind}`}`;
  const limit = bare || told.limitText === '' ? '' : `, ${t.limit} ${amount(told.limitText)}`;
  return `${meaning}${value}${limit}${told.active === false ? `; ${t.gone}` : ''}.`;
}

/** What is the matter, with value and limit. */
export function sentenceOf(told: Told): string {
  const own = german(told.definition);
  if (own) return built(own, told);
  return told.sentence.replace(/(^|\s)-(?=\d)/g, '$1\u2212').replace(/(\d) (?=(?:%|[mk]?V|m?A|mΩ|°C|K|K\/h|s|min|h|d)(?![\w/]))/g, '$1\u00a0');
}

/** What somebody wrote; what the server says of hiding begins with the name of the reason. */
export function commentOf(record: Pick<AlarmRecord, 'comment'>): string {
  const words = text().alarms.reasons;
  return (record.comment ?? '').replace(/^(SHELVED|SUPPRESSED|OUT_OF_SERVICE|GROUPED)\b/, name => words[name as HideReason]);
}

export const responseOf = (alarm: Pick<Alarm, 'definition' | 'response'>) => german(alarm.definition)?.response ?? alarm.response;
export const causeOf = (alarm: Pick<Alarm, 'definition' | 'cause'>) => german(alarm.definition)?.cause ?? alarm.cause;
export const consequenceOf = (alarm: Pick<Alarm, 'definition' | 'consequence'>) =>
  german(alarm.definition)?.consequence ?? alarm.consequence;

/** What an alarm is called: its sort and its place. */
export function nameOf(definition: string, subject: string, known: Pick<Definition, 'meaning'> | undefined): string {
  return german(definition)?.meaning(placeName(subject)) ?? `${placeName(subject)}: ${known?.meaning ?? definition}`;
}

/** What a sort of alarm is called, without a place. */
export function titleOf(definition: Pick<Definition, 'id' | 'meaning' | 'scope'>): string {
  const own = german(definition.id);
  return own ? own.meaning(text().alarms.somewhere[definition.scope]) : definition.meaning;
}
