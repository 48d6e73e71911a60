// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { get, reason } from '../state/api';
import { serverNow } from '../state/site';
import type { Kind } from '../state/model';
import type { SparkColumns } from './Spark';

const AGAIN_MILLIS = 60_000;

interface Answer {
  pointToMillis: number[];
  kinds: Record<Kind, { min: (number | null)[]; max: (number | null)[] }>;
}

export type BlockHistory = { state: 'loading' } | { state: 'failed'; reason: string } | { state: 'there'; kind: (kind: Kind) => SparkColumns };

/** The history of a block up to now, read again each minute. */
export function useBlockHistory(block: string, lengthMillis: number, points: number): BlockHistory {
  const [history, setHistory] = useState<BlockHistory>({ state: 'loading' });
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const to = Math.round(serverNow()), from = to - lengthMillis;
      try {
        const answer = await get<Answer>(`/blocks/${encodeURIComponent(block)}/history?from=${from}&to=${to}&points=${points}`);
        if (!wanted) return;
        setHistory({
          state: 'there',
          kind: kind => ({ fromMillis: from, toMillis: to, atMillis: answer.pointToMillis, min: answer.kinds[kind].min, max: answer.kinds[kind].max }),
        });
      } catch (failure) {
        if (wanted) setHistory({ state: 'failed', reason: reason(failure) });
      }
    };
    setHistory({ state: 'loading' });
    void read();
    const timer = setInterval(() => void read(), AGAIN_MILLIS);
    return () => { wanted = false; clearInterval(timer); };
  }, [block, lengthMillis, points]);
  return history;
}
