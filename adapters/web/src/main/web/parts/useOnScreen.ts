// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whether an element is seen, or nearly: what is not need not follow every sweep. */
export function useOnScreen(element: RefObject<Element>): boolean {
  const [seen, setSeen] = useState(true);
  useEffect(() => {
    const observer = new IntersectionObserver(
      entries => setSeen(entries.at(-1)!.isIntersecting), { rootMargin: '200px' });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return seen;
}
