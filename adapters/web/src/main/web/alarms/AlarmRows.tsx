// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMedia } from '../parts/useMedia';
import { useSeenRows } from '../parts/useSeenRows';
import { text } from '../text';
import { AlarmRow } from './AlarmRow';
import type { Alarm } from './model';
import { deedsOf } from './order';
import type { Deed } from './order';

const ROW_PIXELS = 84, TABLET_ROW_PIXELS = 104, PHONE_ROW_PIXELS = 176;
const SPARE_ROWS = 4;
const TABLET = '(max-width: 62rem)', PHONE = '(max-width: 40rem)';

/** Height of a row; as app.css lays it out. */
function useRowPixels(): number {
  const phone = useMedia(PHONE), tablet = useMedia(TABLET);
  return phone ? PHONE_ROW_PIXELS : tablet ? TABLET_ROW_PIXELS : ROW_PIXELS;
}

interface Props {
  rows: Alarm[];
  chosen: ReadonlySet<string>;
  picked: string | undefined;
  onChoose: (id: string) => void;
  onDeed: (deed: Deed, alarm: Alarm) => void;
}

/** Rows of alarms, of which only those that are seen are in the page; arrows go from row to row, keys do what is next. */
export function AlarmRows({ rows, chosen, picked, onChoose, onDeed }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [present, setPresent] = useState<string | null>(null);
  const wanted = useRef(false);
  /** The key pressed last: what comes after `g` is the key of a page. */
  const before = useRef('');
  const high = useRowPixels();
  const [top, seen] = useSeenRows(box, high);
  const first = Math.max(0, Math.min(top - SPARE_ROWS, rows.length - seen));
  const visible = rows.slice(first, first + seen + 2 * SPARE_ROWS);
  const after = rows.length - first - visible.length;
  const known = Math.max(0, rows.findIndex(alarm => alarm.id === present));
  // A row that is not drawn cannot hold the place of the keys: the first that is drawn does.
  const at = known >= first && known < first + visible.length ? known : first;
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const row = [...box.current!.querySelectorAll<HTMLElement>('li[data-id]')].find(each => each.dataset.id === present);
    // One that is far away is drawn only after the list has been scrolled.
    if (!row) return;
    wanted.current = false;
    row.focus({ preventScroll: true });
  });
  const enter = useRef(() => undefined as void);
  enter.current = () => moveTo(at);
  useEffect(() => {
    const come = (event: KeyboardEvent) => {
      if (event.target !== document.body || event.key !== 'ArrowDown') return;
      event.preventDefault();
      enter.current();
    };
    addEventListener('keydown', come);
    return () => removeEventListener('keydown', come);
  }, []);
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
    const toPage = before.current === 'g';
    before.current = event.key;
    if (!alarm || toPage || event.ctrlKey || event.metaKey || event.altKey) return;
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
      <ul aria-label={text().alarms.standing} style={{ paddingTop: `${first * high}px`, paddingBottom: `${after * high}px` }}>
        {visible.map((alarm, i) => (
          <AlarmRow key={alarm.id} alarm={alarm} height={high} index={first + i + 1} of={rows.length} present={first + i === at}
            chosen={chosen.has(alarm.id)} picked={alarm.id === picked} onChoose={() => onChoose(alarm.id)}
            onPresent={() => { if (present !== alarm.id) setPresent(alarm.id); }} onDeed={deed => onDeed(deed, alarm)} />
        ))}
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
