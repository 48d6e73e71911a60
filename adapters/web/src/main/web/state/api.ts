// SPDX-License-Identifier: Apache-2.0

import { text } from '../text';
import { access, sessionEnded } from './access';
import type { Access } from './access';

/**
 * A request that the server refused, could not serve, or (202) has not served yet because a second person has to
 * approve it; `problems` names everything that was wrong.
 */
export class Refused extends Error {
  constructor(readonly status: number, detail: string, readonly problems: string[], readonly waitSeconds = 0) {
    super(detail);
  }
}

const BASE = '/api/v1';
const PATIENCE_MILLIS = 20_000;
const TOKEN = 'X-Evenfloat-CSRF';

async function ask<T>(path: string, init: RequestInit, patienceMillis: number): Promise<T> {
  const answer = await fetch(BASE + path, { ...init, signal: AbortSignal.timeout(patienceMillis) });
  const body = await answer.json().catch(() => null);
  if (answer.status === 401 && path !== '/access/sign-in') sessionEnded();
  // Health answers 503 when something is not well, and says what.
  if (answer.status === 202 || !answer.ok && !(path === '/health' && body)) {
    throw new Refused(answer.status, body?.detail ?? `${answer.status} ${answer.statusText}`, body?.problems ?? [],
      Number(answer.headers.get('Retry-After') ?? 0));
  }
  return body as T;
}

/** Reads; throws {@link Refused}, or what `fetch` throws when the server is not there. */
export function get<T>(path: string, patienceMillis = PATIENCE_MILLIS): Promise<T> {
  return ask<T>(path, {}, patienceMillis);
}

/** Writes; throws as {@link get} does. */
export async function post<T>(path: string, body: unknown, patienceMillis = PATIENCE_MILLIS): Promise<T> {
  try {
    return await write<T>(path, body, patienceMillis);
  } catch (failure) {
    // Another tab has signed in anew: this one has the token of a session that is over.
    const stale = failure instanceof Refused && failure.status === 403 && failure.message.includes(TOKEN);
    if (!stale) throw failure;
    await readAccess();
    return write<T>(path, body, patienceMillis);
  }
}

function write<T>(path: string, body: unknown, patienceMillis: number): Promise<T> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (access.value?.csrf) headers[TOKEN] = access.value.csrf;
  return ask<T>(path, { method: 'POST', headers, body: JSON.stringify(body) }, patienceMillis);
}

/** Asks who this browser is to the server. */
export async function readAccess(): Promise<Access> {
  const now = await get<Access>('/access/state');
  access.value = now;
  return now;
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
