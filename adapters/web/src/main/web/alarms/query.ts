// SPDX-License-Identifier: Apache-2.0

/** Which part of the history is looked at. */
export interface Wanted {
  /** It reaches from there to the newest record: the clock of the page may be behind that of the server. */
  fromMillis: number;
  /** Id of a definition; empty for all. */
  definition: string;
  /** Ids of blocks, strings or lines, separated by commas; empty for all. */
  subject: string;
}

/** The path of that part in the API. */
export function historyPath(wanted: Wanted, more: Record<string, string | number> = {}): string {
  const query = new URLSearchParams({ from: String(wanted.fromMillis) });
  if (wanted.definition !== '') query.set('definition', wanted.definition);
  const subjects = wanted.subject.split(',').map(each => each.trim()).filter(each => each !== '');
  if (subjects.length > 0) query.set('subject', subjects.join(','));
  for (const [name, value] of Object.entries(more)) query.set(name, String(value));
  return `/alarms/history?${query}`;
}

/** Definition and subject of an alarm's id. */
export function partsOf(id: string): { definition: string; subject: string } {
  const at = id.indexOf('/');
  return at < 0 ? { definition: id, subject: '' } : { definition: id.slice(0, at), subject: id.slice(at + 1) };
}
