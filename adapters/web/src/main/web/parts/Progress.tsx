// SPDX-License-Identifier: Apache-2.0

/** How far something has come, with what it does in words; without a total it only shows that it goes on. */
export function Progress({ done, total, words }: { done: number; total: number | null; words: string }) {
  return (
    <div class="progress">
      {total === null ? <progress aria-label={words} /> : <progress max={Math.max(1, total)} value={done} aria-label={words} />}
      <span>{total === null ? '' : `${done} / ${total}`}</span>
      <p role="status">{words}</p>
    </div>
  );
}
