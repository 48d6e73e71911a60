// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { grantWords, higher } from '../../main/web/access/model';
import { access, may, sessionEnded, whyNot } from '../../main/web/state/access';
import type { Access } from '../../main/web/state/access';
import { get, post, Refused } from '../../main/web/state/api';
import { toAnswer } from '../../main/web/state/approvals';
import type { Approval } from '../../main/web/state/approvals';
import { en } from '../../main/web/text/en';

const EVA: Access = {
  claimed: true, scheme: 'http', signedIn: true, kind: 'PERSON', user: 'eva', role: 'operate', strings: { A1: 'service' },
  secondFactor: false, csrf: 'token-1', verbs: { BLINK: 'operate', CALIBRATE: 'service', MANAGE_USERS: 'admin' },
};

test('a role counts everywhere, a role for a string on that string alone', () => {
  ok(may(EVA, 'BLINK'));
  ok(may(EVA, 'BLINK', ['A2']));
  ok(may(EVA, 'CALIBRATE', ['A1']));
  ok(!may(EVA, 'CALIBRATE', ['A1', 'A2']));
  ok(!may(EVA, 'CALIBRATE'));
  ok(!may(EVA, 'MANAGE_USERS', ['A1']));
  ok(!may(EVA, 'SOMETHING_ELSE'));
  ok(!may(null, 'BLINK'));
  ok(!may({ claimed: true, scheme: 'http', signedIn: false }, 'BLINK'));
});

test('who may not is told which role it needs', () => {
  equal(whyNot(EVA, 'BLINK'), '');
  equal(whyNot(EVA, 'MANAGE_USERS'), 'This needs the role admin; yours is operate.');
  equal(whyNot(null, 'MANAGE_USERS'), '');
});

test('a person answers what others want and he may, and takes back what he wants himself', () => {
  const request = (id: number, who: string, verb: string, state: Approval['state'] = 'WAITING'): Approval => ({
    id, who, verb, words: '', role: 'operate', target: '', wanted: '', askedAtMillis: 1, untilAtMillis: 2, state, by: null, told: null });
  const all = [request(1, 'adam', 'BLINK'), request(2, 'adam', 'MANAGE_USERS'), request(3, 'eva', 'MANAGE_USERS'),
    request(4, 'adam', 'CALIBRATE'), request(5, 'adam', 'BLINK', 'DONE')];
  deepEqual(toAnswer(EVA, all).map(each => each.id), [1, 3, 4]);
  deepEqual(toAnswer({ ...EVA, kind: 'SCRIPT' }, all), []);
  deepEqual(toAnswer(null, all), []);
});

test('only roles for strings that are higher than everywhere are sent', () => {
  deepEqual(higher({ role: 'operate', strings: { A1: 'service', A2: 'operate', A3: 'view' } }), { A1: 'service' });
  equal(grantWords({ role: 'view', strings: { A1: 'service' } }, en.access.roles), 'view, A1: service');
});

interface Asked { path: string; headers: Record<string, string> }

/** Lets the server answer that, one after the other, and returns what it was asked. */
function server(...answers: [status: number, body: unknown, retryAfter?: string][]): Asked[] {
  const asked: Asked[] = [];
  (globalThis as Record<string, unknown>).fetch = async (path: string, init: { headers?: Record<string, string> }) => {
    asked.push({ path, headers: init.headers ?? {} });
    const [status, body, retryAfter] = answers.shift()!;
    return { status, ok: status < 300, statusText: '', json: async () => body, headers: { get: () => retryAfter ?? null } };
  };
  return asked;
}

test('a change carries the token of the session, a reading does not', async () => {
  access.value = EVA;
  const asked = server([200, {}], [200, {}]);
  await post('/a', {});
  await get('/b');
  equal(asked[0]!.headers['X-Evenfloat-CSRF'], 'token-1');
  deepEqual(asked[1]!.headers, {});
});

test('a token of a session that is over is asked for anew, once', async () => {
  access.value = EVA;
  const refusal = { detail: 'A change has to carry the header X-Evenfloat-CSRF' };
  const asked = server([403, refusal], [200, { ...EVA, csrf: 'token-2' }], [200, { good: true }]);
  deepEqual(await post('/a', {}), { good: true });
  deepEqual(asked.map(each => each.path), ['/api/v1/a', '/api/v1/access/state', '/api/v1/a']);
  equal(asked[2]!.headers['X-Evenfloat-CSRF'], 'token-2');
  server([403, { detail: 'eva may not' }]);
  await rejects(post('/a', {}), /eva may not/);
});

test('401 ends the session on the page, a refused sign-in does not', async () => {
  access.value = EVA;
  server([401, { detail: 'wrong' }], [401, { detail: 'sign in first' }]);
  await rejects(post('/access/sign-in', {}), Refused);
  ok(access.value?.signedIn);
  await rejects(get('/strings'), Refused);
  deepEqual(access.value, { claimed: true, scheme: 'http', elsewhere: null, signedIn: false });
  let told = 0;
  const stop = access.follow(() => told++);
  sessionEnded();
  equal(told, 0, 'it ends once');
  stop();
});

test('what waits for a second person is told as a sentence, and how long to wait is known', async () => {
  server([202, { detail: 'A second person has to approve it: request 1.' }], [429, { detail: 'Too many attempts.' }, '7']);
  await rejects(post('/a', {}), /second person/);
  await rejects(post('/a', {}), (failure: Refused) => failure.waitSeconds === 7);
});
