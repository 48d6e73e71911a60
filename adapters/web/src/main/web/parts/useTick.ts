// SPDX-License-Identifier: Apache-2.0
import { useEffect, useReducer } from 'preact/hooks';

const TICK_MILLIS = 250;

/** Draws a component anew again and again while something counts in it; four times a second unless said. */
export function useTick(on: boolean, millis = TICK_MILLIS): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!on) return undefined;
    const timer = setInterval(() => redraw(undefined as never), millis);
    return () => clearInterval(timer);
  }, [on, millis]);
}
