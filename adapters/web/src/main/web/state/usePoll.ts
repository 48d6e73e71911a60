// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { get, reason } from './api';

/** Something that is read from the server again and again. */
export interface Polled<T> {
  /** The newest answer; null before the first, and after the path has changed. */
  value: T | null;
  /** Why the last attempt failed; empty when it did not. */
  failure: string;
  /** Reads at once. */
  again: () => void;
}

/** Reads a path now and every so often; one request at a time. */
export function usePoll<T>(path: string, everyMillis: number): Polled<T> {
  const [state, setState] = useState<{ path: string; value: T | null; failure: string }>({ path, value: null, failure: '' });
  const busy = useRef(false);
  const wanted = useRef(path);
  wanted.current = path;
  const read = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    const asked = wanted.current;
    try {
      const value = await get<T>(asked);
      if (wanted.current === asked) setState({ path: asked, value, failure: '' });
    } catch (failure) {
      if (wanted.current === asked) setState(before => ({ ...before, path: asked, failure: reason(failure) }));
    } finally {
      busy.current = false;
    }
  }, []);
  useEffect(() => {
    void read();
    const timer = setInterval(() => void read(), everyMillis);
    return () => clearInterval(timer);
  }, [path, everyMillis, read]);
  return {
    value: state.path === path ? state.value : null, failure: state.path === path ? state.failure : '',
    again: () => void read(),
  };
}
