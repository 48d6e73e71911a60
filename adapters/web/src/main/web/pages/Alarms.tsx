// SPDX-License-Identifier: Apache-2.0
import { AlarmPanel } from '../alarms/AlarmPanel';
import { Figures } from '../alarms/Figures';
import { HiddenList } from '../alarms/HiddenList';
import { AlarmHistory } from '../alarms/History';
import { Limits } from '../alarms/Limits';
import type { AlarmList } from '../alarms/model';
import { SoundSwitch } from '../alarms/SoundSwitch';
import { Standing } from '../alarms/Standing';
import { Icon } from '../parts/Icon';
import { alarms } from '../state/alarms';
import { useCell } from '../state/cell';
import { go, link, route } from '../state/route';
import { text } from '../text';

const PARTS = ['standing', 'hidden', 'history', 'figures', 'limits'] as const;

/** What is wrong now, what is kept from people, what was, how good the alarms are, and where their limits lie. */
export function Alarms() {
  const words = useCell(route);
  const list = useCell(alarms);
  const t = text().alarms;
  const part = PARTS.find(each => each === words[1]) ?? 'standing';
  const counted = { standing: list?.standing.length, hidden: list?.hidden.length } as Record<string, number | undefined>;
  return (
    <>
      <header class="page"><h1>{text().pages.alarms}</h1><SoundSwitch /></header>
      <nav class="tabs" aria-label={text().pages.alarms}>
        {PARTS.map(each => (
          <a key={each} href={link('alarms', each)} aria-current={each === part ? 'page' : undefined}>{t[each]}
            {counted[each] !== undefined && <small> {counted[each]}</small>}</a>
        ))}
      </nav>
      {list !== null && list.flood && <p class="finding p2"><span class="shape" aria-hidden="true">◆</span>{t.floodMeans}</p>}
      {list !== null && list.failure !== '' && <p role="alert" class="failure">{t.notKept(list.failure)}</p>}
      {part === 'history' ? <AlarmHistory key={words[2]} of={words[2]} />
        : part === 'figures' ? <Figures />
          : part === 'limits' ? <Limits string={words[2]} definition={words[3]} />
            : list === null ? <p class="soft">{t.reading}</p>
              : part === 'hidden' ? <HiddenList hidden={list.hidden} /> : <StandingPart list={list} picked={words[2]} />}
    </>
  );
}

const close = () => go('alarms');

function StandingPart({ list, picked }: { list: AlarmList; picked: string | undefined }) {
  const alarm = picked === undefined ? undefined : [...list.standing, ...list.hidden].find(each => each.id === picked);
  return (
    <div class={picked === undefined ? 'battery' : 'battery with-panel'}>
      <div class="content plain"><Standing list={list} picked={picked} /></div>
      {alarm && <AlarmPanel alarm={alarm} onClose={close} />}
      {picked !== undefined && !alarm && <OverPanel alarm={picked} />}
    </div>
  );
}

/** In the place of an alarm that stands no more. */
function OverPanel({ alarm }: { alarm: string }) {
  const t = text();
  return (
    <aside class="panel card" aria-label={t.alarms.over}>
      <header>
        <h2>{t.alarms.over}</h2>
        <button class="quiet" aria-label={t.close} onClick={close}><Icon name="close" /></button>
      </header>
      <p><a href={link('alarms', 'history', alarm)}>{t.alarms.itsHistory}</a></p>
    </aside>
  );
}
