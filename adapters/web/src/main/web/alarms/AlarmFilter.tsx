// SPDX-License-Identifier: Apache-2.0
import { count } from '../format';
import { text } from '../text';
import { PRIORITIES } from './model';
import type { Filter } from './order';
import { numberOf } from './order';

interface Props {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  shown: number;
  all: number;
  /** How many the server did not send. */
  more: number;
}

/** Which alarms are shown: by words, by priority, or only what nobody has acknowledged. */
export function AlarmFilter({ filter, onFilter, shown, all, more }: Props) {
  const t = text();
  return (
    <div class="alarm-filter buttons">
      <input type="search" aria-label={t.alarms.find} placeholder={t.alarms.find} value={filter.words}
        onInput={event => onFilter({ ...filter, words: event.currentTarget.value })} />
      <span class="switch" role="group" aria-label={t.alarms.priority}>
        {[null, ...PRIORITIES].map(each => (
          <button key={each} aria-pressed={filter.priority === each} onClick={() => onFilter({ ...filter, priority: each })}>
            {each === null ? t.alarms.all : t.priorities[numberOf(each)]}</button>
        ))}
      </span>
      <label class="check"><input type="checkbox" checked={filter.open} onChange={() => onFilter({ ...filter, open: !filter.open })} /> {t.alarms.onlyOpen}</label>
      <span class="soft" role="status">{t.alarms.shown(count(shown), count(all))}{more > 0 ? ` ${t.alarms.moreThere(count(more))}` : ''}</span>
    </div>
  );
}
