// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useReducer } from 'preact/hooks';

/** A value that tells those who look at it when it is another one. */
export class Cell<T> {
  private readonly lookers = new Set<() => void>();

  constructor(private present: T) {}

  get value(): T {
    return this.present;
  }

  set value(next: T) {
    this.present = next;
    this.lookers.forEach(look => look());
  }

  /** Calls `look` after each change; the result ends that. */
  follow(look: () => void): () => void {
    this.lookers.add(look);
    return () => this.lookers.delete(look);
  }
}

/** The value of a cell in a component, which is drawn anew when it changes. */
export function useCell<T>(cell: Cell<T>): T {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => cell.follow(() => redraw(undefined as never)), [cell]);
  return cell.value;
}
