// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { count } from '../format';
import { useSeenRows } from '../parts/useSeenRows';
import { useCell } from '../state/cell';
import { language } from '../state/choices';
import { text } from '../text';
import { AlarmFilter } from './AlarmFilter';
import { AlarmRow } from './AlarmRow';
import { DeedDialog } from './DeedDialog';
import type { Asking } from './DeedDialog';
import type { Alarm, AlarmList } from './model';
import { deedsOf, doable, filtered, mostUrgentFirst } from './order';
import type { Deed, Filter } from './order';
import { useDeeds } from './useDeeds';
import { responseOf, sentenceOf } from './words';

const ROW_PIXELS = 76, PHONE_ROW_PIXELS = 176;
const SPARE_ROWS = 4;
const PHONE = '(max-width: 40rem)';
const EVERYTHING: Filter = { words: '', priority: null, open: false };

/** The alarms that stand, most urgent first; only the rows that are seen are in the page. */
export function Standing({ list, picked }: { list: AlarmList; picked: string | undefined }) {
  const [filter, setFilter] = useState(EVERYTHING);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Asking | null>(null);
  const deeds = useDeeds();
  const tongue = useCell(language);
  const t = text().alarms;
  const ordered = useMemo(() => mostUrgentFirst(list.standing), [list]);
  const rows = useMemo(
    () => filtered(ordered, filter, alarm => `${sentenceOf(alarm)} ${responseOf(alarm)}`), [ordered, filter, tongue]);
  const selected = rows.filter(alarm => chosen.has(alarm.id));
  const start = (deed: Deed, alarms: Alarm[]) => {
    if (deed === 'shelve' || deed === 'out-of-service') setAsking({ deed, alarms });
    else void deeds.act(deed, alarms);
  };
  const flip = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  if (list.standing.length === 0) return <p class="calm">{list.hidden.length > 0 ? t.noneButHidden(list.hidden.length) : t.none}</p>;
  return (
    <section>
      <AlarmFilter filter={filter} onFilter={setFilter} shown={rows.length} all={list.standing.length} more={list.more} />
      {deeds.failure !== '' && asking === null && <p role="alert" class="failure">{deeds.failure}</p>}
      <Selection rows={rows} selected={selected} onAll={all => setChosen(new Set(all ? rows.map(alarm => alarm.id) : []))}
        onDeed={deed => start(deed, doable(selected, deed))} onComment={() => setAsking({ deed: 'acknowledge', alarms: doable(selected, 'acknowledge') })} />
      <Rows rows={rows} chosen={chosen} picked={picked} onChoose={flip} onDeed={(deed, alarm) => start(deed, [alarm])} />
      {rows.length === 0 && <p class="soft">{t.noneWanted}</p>}
      <p class="soft hint">{t.keysHint}</p>
      {asking && <DeedDialog {...asking} failure={deeds.failure} onYes={deeds.act}
        onNo={() => { setAsking(null); setChosen(new Set()); }} />}
    </section>
  );
}

interface SelectionProps {
  rows: Alarm[];
  selected: Alarm[];
  onAll: (all: boolean) => void;
  onDeed: (deed: Deed) => void;
  onComment: () => void;
}

/** Chooses all that are shown, and does something to all that are chosen. */
function Selection({ rows, selected, onAll, onDeed, onComment }: SelectionProps) {
  const t = text().alarms;
  const all = selected.length === rows.length && rows.length > 0;
  return (
    <div class="selection buttons">
      <label class="check"><input type="checkbox" checked={all} onChange={() => onAll(!all)} /> {t.all}</label>
      <span class="soft" role="status">{t.chosen(count(selected.length))}</span>
      {(['acknowledge', 'reset', 'shelve', 'out-of-service'] as const).map(deed => (
        <button key={deed} disabled={doable(selected, deed).length === 0} onClick={() => onDeed(deed)}>
          {t.deeds[deed]}{deed === 'shelve' || deed === 'out-of-service' ? ' …' : ''}</button>
      ))}
      <button disabled={doable(selected, 'acknowledge').length === 0} onClick={onComment}>{t.withComment} …</button>
    </div>
  );
}

interface RowsProps {
  rows: Alarm[];
  chosen: ReadonlySet<string>;
  picked: string | undefined;
  onChoose: (id: string) => void;
  onDeed: (deed: Deed, alarm: Alarm) => void;
}

function Rows({ rows, chosen, picked, onChoose, onDeed }: RowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [present, setPresent] = useState<string | null>(null);
  const wanted = useRef(false);
  const high = matchMedia(PHONE).matches ? PHONE_ROW_PIXELS : ROW_PIXELS;
  const [top, seen] = useSeenRows(box, high);
  const first = Math.max(0, Math.min(top - SPARE_ROWS, rows.length - seen));
  const visible = rows.slice(first, first + seen + 2 * SPARE_ROWS);
  const after = rows.length - first - visible.length;
  const known = Math.max(0, rows.findIndex(alarm => alarm.id === present));
  // A row that is not drawn cannot hold the place of the keys: the first that is drawn does.
  const at = known >= first && known < first + visible.length ? known : first;
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    [...box.current!.querySelectorAll<HTMLElement>('li[data-id]')].find(row => row.dataset.id === present)?.focus({ preventScroll: true });
  });
  const moveTo = (to: number) => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!target) return;
    wanted.current = true;
    setPresent(target.id);
    bringIntoView(box.current!, Math.max(0, Math.min(rows.length - 1, to)) * high, high);
  };
  const press = (event: KeyboardEvent) => {
    const alarm = rows[at];
    const own = event.target instanceof HTMLElement && event.target.matches('li');
    if (!alarm || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) moveTo(at + step);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(rows.length - 1);
    else if (event.key === 'k' || own && event.key === 'Enter') {
      const deed = deedsOf(alarm).find(each => each === 'acknowledge' || each === 'reset');
      if (deed) onDeed(deed, alarm);
      if (deed && at < rows.length - 1) moveTo(at + 1);
    } else if (event.key === 's') onDeed('shelve', alarm);
    else if (event.key === 'x' || own && event.key === ' ') onChoose(alarm.id);
    else return;
    event.preventDefault();
  };
  return (
    <div class="alarm-rows" ref={box} onKeyDown={press}>
      <ul aria-label={text().alarms.standing}>
        {first > 0 && <li role="presentation" style={{ height: `${first * high}px` }} />}
        {visible.map((alarm, i) => (
          <AlarmRow key={alarm.id} alarm={alarm} height={high} index={first + i + 1} of={rows.length} present={first + i === at}
            chosen={chosen.has(alarm.id)} picked={alarm.id === picked} onChoose={() => onChoose(alarm.id)}
            onPresent={() => { if (present !== alarm.id) setPresent(alarm.id); }} onDeed={deed => onDeed(deed, alarm)} />
        ))}
        {after > 0 && <li role="presentation" style={{ height: `${after * high}px` }} />}
      </ul>
    </div>
  );
}

function bringIntoView(box: HTMLElement, top: number, high: number): void {
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + high > box.scrollTop + box.clientHeight) box.scrollTop = top + high - box.clientHeight;
  const { top: from, bottom } = box.getBoundingClientRect();
  const row = from + top - box.scrollTop;
  if (row < 0 || row + high > innerHeight && bottom > innerHeight) scrollBy(0, row - innerHeight / 2);
}
