// SPDX-License-Identifier: Apache-2.0
import { stripOf } from '../safety/words';
import { useTick } from './useTick';
import { useCell } from '../state/cell';
import { link } from '../state/route';
import { atWork, protection } from '../state/protection';
import { text } from '../text';
import { SHAPE_OF_PRIORITY } from './Icon';

/** On every page while a breaker is about to be opened: which one, and how long there is. */
export function TripStrip() {
  const all = useCell(protection);
  const busy = (all?.breakers ?? []).filter(atWork);
  useTick(busy.length > 0);
  if (busy.length === 0) return null;
  return (
    <section class="trip-strips" aria-label={text().pages.safety}>
      {busy.map(breaker => {
        const { priority, sentence } = stripOf(breaker);
        return (
          <a key={breaker.breaker} class={`trip-strip p${priority}`} href={link('safety')}>
            <span aria-hidden="true">{SHAPE_OF_PRIORITY[priority]}</span> <b role="timer">{sentence}</b> <span class="look">{text().safety.look}</span>
          </a>
        );
      })}
    </section>
  );
}
