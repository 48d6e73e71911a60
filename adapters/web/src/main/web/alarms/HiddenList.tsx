// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'preact/hooks';
import { when } from '../format';
import { useSeenRows } from '../parts/useSeenRows';
import { VerbButton } from '../parts/VerbButton';
import { serverNow } from '../state/site';
import { text } from '../text';
import { Lamp } from './Lamp';
import type { Alarm, Hiding } from './model';
import { deedsOf, VERB_OF } from './order';
import { useDeeds } from './useDeeds';
import { sentenceOf } from './words';

const ROW_PIXELS = 64, TABLET_ROW_PIXELS = 88, PHONE_ROW_PIXELS = 150;
const SPARE_ROWS = 4;

/** The alarms that are kept from people: who did that, why, until when, and the way back. */
export function HiddenList({ hidden }: { hidden: Alarm[] }) {
  const box = useRef<HTMLDivElement>(null);
  const deeds = useDeeds();
  const high = matchMedia('(max-width: 40rem)').matches ? PHONE_ROW_PIXELS
    : matchMedia('(max-width: 62rem)').matches ? TABLET_ROW_PIXELS : ROW_PIXELS;
  const [top, seen] = useSeenRows(box, high);
  const first = Math.max(0, Math.min(top - SPARE_ROWS, hidden.length - seen));
  const visible = hidden.slice(first, first + seen + 2 * SPARE_ROWS);
  const after = hidden.length - first - visible.length;
  const t = text().alarms;
  return (
    <section>
      <p class="soft">{hidden.length === 0 ? t.noneHidden : t.hiddenMeans}</p>
      {deeds.failure !== '' && <p role="alert" class="failure">{deeds.failure}</p>}
      <div class="alarm-rows" ref={box} tabIndex={0} role="region" aria-label={t.hidden}>
        <ul style={{ paddingTop: `${first * high}px`, paddingBottom: `${after * high}px` }}>
          {visible.map(alarm => (
            <li key={alarm.id} class="alarm hidden-one" style={{ height: `${high}px` }}>
              <Lamp alarm={alarm} />
              <div class="what"><span>{sentenceOf(alarm)}</span></div>
              <ul class="why-hidden">{alarm.hidings.map(each => <li key={each.reason}>{hidingWords(each)}</li>)}</ul>
              <div class="buttons">
                {deedsOf(alarm).filter(deed => deed === 'unshelve' || deed === 'in-service').map(deed => (
                  <VerbButton key={deed} verb={VERB_OF[deed]} strings={alarm.strings} disabled={deeds.busy}
                    aria-label={`${t.deeds[deed]}: ${sentenceOf(alarm)}`} onClick={() => void deeds.act(deed, [alarm])}>{t.deeds[deed]}</VerbButton>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Why an alarm is hidden, by whom and until when. */
export function hidingWords(hiding: Hiding): string {
  const t = text().alarms;
  const now = serverNow();
  const who = hiding.who === 'server' ? t.theServer : hiding.who;
  const until = hiding.untilMillis ? t.until(when(hiding.untilMillis, now)) : t.untilUndone[hiding.reason];
  return t.hidingWords(t.reasons[hiding.reason], who, when(hiding.sinceMillis, now), until, hiding.why);
}
