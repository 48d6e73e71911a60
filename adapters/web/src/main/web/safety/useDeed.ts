// SPDX-License-Identifier: Apache-2.0
import { useCallback, useState } from 'preact/hooks';
import { post, reason, Refused } from '../state/api';
import { readProtection } from '../state/protection';
import { readEvents } from '../state/stream';
import { text } from '../text';

/** Something that is done to a breaker or a guard, and what has become of it. */
export interface Doing {
  /** Does it; the result is whether it is done, or waits for a second person. */
  act: (path: string, body: unknown) => Promise<boolean>;
  failure: string;
  /** What was done, in words; empty before. */
  done: string;
  busy: boolean;
}

/** Sends what people do about breakers and guards; everything is read anew afterwards. */
export function useDeed(): Doing {
  const [failure, setFailure] = useState('');
  const [done, setDone] = useState('');
  const [busy, setBusy] = useState(false);
  const act = useCallback(async (path: string, body: unknown): Promise<boolean> => {
    setBusy(true);
    setFailure('');
    setDone('');
    try {
      setDone((await post<{ text: string }>(`/protection/${path}`, body)).text);
      return true;
    } catch (problem) {
      const waits = problem instanceof Refused && problem.status === 202;
      if (waits) setDone(text().safety.asked);
      else setFailure(reason(problem));
      return waits;
    } finally {
      setBusy(false);
      void readProtection();
      void readEvents();
    }
  }, []);
  return { act, failure, done, busy };
}

/** Where a breaker is, for {@link Doing.act}. */
export const atBreaker = (id: string, deed: string) => `breakers/${encodeURIComponent(id)}/${deed}`;
