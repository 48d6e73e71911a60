// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState } from 'preact/hooks';
import { count } from '../format';
import { useCell } from '../state/cell';
import { language } from '../state/choices';
import { text } from '../text';
import { AlarmFilter } from './AlarmFilter';
import { AlarmRows } from './AlarmRows';
import { DeedDialog } from './DeedDialog';
import type { Asking } from './DeedDialog';
import type { Alarm, AlarmList } from './model';
import { doable, filtered, mostUrgentFirst } from './order';
import type { Deed, Filter } from './order';
import { useDeeds } from './useDeeds';
import { responseOf, sentenceOf } from './words';

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
      <AlarmRows rows={rows} chosen={chosen} picked={picked} onChoose={flip} onDeed={(deed, alarm) => start(deed, [alarm])} />
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
