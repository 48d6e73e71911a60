// SPDX-License-Identifier: Apache-2.0

import { text } from '../text';

/** A request that the server refused or could not serve; `problems` names everything that was wrong. */
export class Refused extends Error {
  constructor(readonly status: number, detail: string, readonly problems: string[]) {
    super(detail);
  }
}

const BASE = '/api/v1';
const PATIENCE_MILLIS = 20_000;

async function ask<T>(path: string, init: RequestInit, patienceMillis: number): Promise<T> {
  const answer = await fetch(BASE + path, { ...init, signal: AbortSignal.timeout(patienceMillis) });
  const body = await answer.json().catch(() => null);
  // Health answers 503 when something is not well, and says what.
  if (!answer.ok && !(path === '/health' && body)) {
    throw new Refused(answer.status, body?.detail ?? `${answer.status} ${answer.statusText}`, body?.problems ?? []);
  }
  return body as T;
}

/** Reads; throws {@link Refused}, or what `fetch` throws when the server is not there. */
export function get<T>(path: string, patienceMillis = PATIENCE_MILLIS): Promise<T> {
  return ask<T>(path, {}, patienceMillis);
}

/** Writes; throws as {@link get} does. */
export function post<T>(path: string, body: unknown): Promise<T> {
  return ask<T>(
    path,
    { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
    PATIENCE_MILLIS,
  );
}

/** What went wrong, as one text for people. */
export function reason(failure: unknown): string {
  if (failure instanceof Refused) {
    return failure.problems.length > 0 ? failure.problems.join('; ') : failure.message;
  }
  // What fetch throws, in words of the browser's own, when nobody answers.
  if (failure instanceof TypeError || failure instanceof DOMException) return text().connection.noAnswer;
  return failure instanceof Error ? failure.message : String(failure);
}
