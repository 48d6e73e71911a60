// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { allowed } from '../alarms/sound';
import { PRIORITIES } from '../alarms/model';
import type { AlarmSummary, Priority } from '../alarms/model';
import { numberOf, standingCount } from '../alarms/order';
import { useDeeds } from '../alarms/useDeeds';
import { sentenceOf } from '../alarms/words';
import { summary } from '../state/alarms';
import { useCell } from '../state/cell';
import { sound } from '../state/choices';
import { link } from '../state/route';
import { text } from '../text';
import { Icon, OUTLINE_OF_PRIORITY, SHAPE_OF_PRIORITY } from './Icon';
import { Sentence } from './Sentence';
import { VerbButton } from './VerbButton';

const BEAT_MILLIS = 1_200;

/** On every page: how many alarms of each priority stand, the worst one in words, and what to do about it first. */
export function Banner() {
  const now = useCell(summary);
  const deeds = useDeeds();
  const beat = useBeat(now !== null && PRIORITIES.some(priority => now.counts[priority].unacknowledged > 0));
  if (now === null || standingCount(now) === 0 && now.failure === '') return <div class="banner" role="status" />;
  const { worst } = now;
  const t = text().alarms;
  const sentence = now.failure !== '' ? t.notKept(now.failure) : worst ? sentenceOf(worst) : '';
  return (
    <section class={`banner on${now.flood ? ' flood' : ''}${beat ? ' beat' : ''}`} aria-label={text().pages.alarms}>
      <div class="lamps" role="status">
        {PRIORITIES.filter(priority => now.counts[priority].standing > 0)
          .map(priority => <CountLamp key={priority} priority={priority} now={now} />)}
      </div>
      {deeds.failure !== '' ? <span class="first failure" role="alert" title={deeds.failure}>{deeds.failure}</span> : (
        <a class="first" title={sentence} href={worst && now.failure === '' ? link('alarms', 'standing', worst.id) : link('alarms')}>
          {now.flood && <b>{t.flood} </b>}<Sentence of={sentence} />
        </a>
      )}
      {worst?.wantsAcknowledgement && (
        <VerbButton verb="ACKNOWLEDGE_ALARMS" strings={worst.strings} disabled={deeds.busy} aria-label={t.acknowledgeOne(sentence)}
          onClick={() => void deeds.act('acknowledge', [worst])}>{t.deeds.acknowledge}</VerbButton>
      )}
      {now.buzzing && <Mute onMute={() => void deeds.mute()} busy={deeds.busy} />}
    </section>
  );
}

/** Changes every now and then: an animation of the browser would draw sixty frames a second, for as long as alarms stand. */
function useBeat(on: boolean): boolean {
  const [beat, setBeat] = useState(false);
  useEffect(() => {
    if (!on) return undefined;
    const timer = setInterval(() => setBeat(now => !now), BEAT_MILLIS);
    return () => { clearInterval(timer); setBeat(false); };
  }, [on]);
  return beat;
}

function CountLamp({ priority, now }: { priority: Priority; now: AlarmSummary }) {
  const number = numberOf(priority);
  const { standing, unacknowledged } = now.counts[priority];
  const t = text();
  const open = unacknowledged > 0;
  return (
    <a class={`lamp p${number}${open ? ' open' : ''}`} href={link('alarms')}
      title={t.alarms.counted(standing, t.priorities[number]!, unacknowledged)}>
      <span aria-hidden="true">{(open ? SHAPE_OF_PRIORITY : OUTLINE_OF_PRIORITY)[number]}</span> {standing}
      <span class="word"> {t.priorities[number]}</span>
    </a>
  );
}

/** Ends the buzzing at the site; says whether this browser is to be heard. */
function Mute({ onMute, busy }: { onMute: () => void; busy: boolean }) {
  const mayBe = useCell(allowed);
  const heard = useCell(sound) === 'on' && mayBe;
  const t = text().alarms;
  return (
    <VerbButton verb="ACKNOWLEDGE_ALARMS" class="mute" disabled={busy} aria-label={t.mute} title={heard ? t.muteTitle : t.muteSilent} onClick={onMute}>
      <Icon name={heard ? 'bell' : 'bellOff'} /> <span class="word">{t.mute}</span>
    </VerbButton>
  );
}
