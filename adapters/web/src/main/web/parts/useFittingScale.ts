// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const PHONE = '(max-width: 40rem)';

/**
 * The first of some scales, the largest before the others, at which an element is no higher than the window; the last
 * one if none is. On a phone, where people scroll, the first one.
 */
export function useFittingScale(element: RefObject<HTMLElement>, scales: readonly number[]): number {
  const [at, setAt] = useState(0);
  const known = scales.join();
  useEffect(() => {
    const box = element.current!;
    const most = known.split(',').length - 1;
    let frame = 0, step = 0;
    const take = (next: number) => {
      step = next;
      setAt(next);
    };
    const look = () => {
      if (step === most || matchMedia(PHONE).matches || box.offsetHeight <= innerHeight + 1) return;
      take(step + 1);
      // A step that changes nothing is followed by the next one, although the element has not become another size.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => { frame = requestAnimationFrame(look); });
    };
    const anew = () => { take(0); look(); };
    const observer = new ResizeObserver(look);
    observer.observe(box);
    addEventListener('resize', anew);
    take(0);
    return () => {
      observer.disconnect();
      removeEventListener('resize', anew);
      cancelAnimationFrame(frame);
    };
  }, [element, known]);
  return scales[Math.min(at, scales.length - 1)]!;
}
