// SPDX-License-Identifier: Apache-2.0
import { useCallback, useState } from 'preact/hooks';
import { readAlarms } from '../state/alarms';
import { post, reason, Refused } from '../state/api';
import type { Alarm } from './model';
import type { Deed } from './order';

/** What people do about alarms. */
export interface Deeds {
  /** Does it; the result is whether it is done. */
  act: (deed: Deed, alarms: Alarm[], more?: Record<string, unknown>) => Promise<boolean>;
  mute: () => Promise<boolean>;
  /** Why the last one failed, or what it waits for; empty when it did not. */
  failure: string;
  busy: boolean;
}

/** Sends what people do about alarms; the lists are read anew afterwards. */
export function useDeeds(): Deeds {
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const send = useCallback(async (path: string, body: unknown): Promise<boolean> => {
    setBusy(true);
    setFailure('');
    try {
      await post<{ version: number }>(path, body);
      return true;
    } catch (problem) {
      setFailure(reason(problem));
      // It waits for a second person: asked, though not done.
      return problem instanceof Refused && problem.status === 202;
    } finally {
      setBusy(false);
      readAlarms();
    }
  }, []);
  return {
    act: (deed, alarms, more = {}) => send(`/alarms/${deed}`, { alarms: alarms.map(alarm => alarm.id), ...more }),
    mute: () => send('/alarms/mute', {}),
    failure,
    busy,
  };
}
