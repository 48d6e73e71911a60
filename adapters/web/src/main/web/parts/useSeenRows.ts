// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';

/** The first row that is seen, and how many are, of the part of the box that lies on the screen. Rows are all as high. */
export function useSeenRows(box: { current: HTMLElement | null }, rowPixels: number): [first: number, rows: number] {
  const [seen, setSeen] = useState<[number, number]>([0, 30]);
  useEffect(() => {
    const scroller = box.current!;
    const look = () => {
      const { top, bottom } = scroller.getBoundingClientRect();
      const first = Math.floor((scroller.scrollTop + Math.max(0, -top)) / rowPixels);
      const rows = Math.ceil(Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)) / rowPixels) + 1;
      setSeen(before => (before[0] === first && before[1] === rows ? before : [first, rows]));
    };
    look();
    // Scrolling does not bubble, but it can be caught on its way down, whatever part of the page scrolls.
    addEventListener('scroll', look, { passive: true, capture: true });
    addEventListener('resize', look);
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    return () => {
      removeEventListener('scroll', look, { capture: true });
      removeEventListener('resize', look);
      observer.disconnect();
    };
  }, [box, rowPixels]);
  return seen;
}
