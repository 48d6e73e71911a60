// SPDX-License-Identifier: Apache-2.0
import { useEffect, useReducer } from 'preact/hooks';

const TICK_MILLIS = 250;

/** Draws a component anew four times a second while something counts down in it. */
export function useTick(on: boolean): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!on) return undefined;
    const timer = setInterval(() => redraw(undefined as never), TICK_MILLIS);
    return () => clearInterval(timer);
  }, [on]);
}
