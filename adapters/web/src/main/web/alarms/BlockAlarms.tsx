// SPDX-License-Identifier: Apache-2.0
import { when } from '../format';
import { Sentence } from '../parts/Sentence';
import { VerbButton } from '../parts/VerbButton';
import { alarms } from '../state/alarms';
import { useCell } from '../state/cell';
import type { Block } from '../state/model';
import { link } from '../state/route';
import { serverNow } from '../state/site';
import { text } from '../text';
import { hidingWords } from './HiddenList';
import { Lamp } from './Lamp';
import type { Alarm } from './model';
import { mostUrgentFirst } from './order';
import { useDeeds } from './useDeeds';
import { responseOf, sentenceOf } from './words';

/** The alarms of one block and of its line in its panel: those that stand, and those that are hidden with the reason. */
export function BlockAlarms({ block }: { block: Block }) {
  const list = useCell(alarms);
  const deeds = useDeeds();
  const t = text().alarms;
  if (list === null) return null;
  const ofBlock = (alarm: Alarm) => (alarm.scope === 'BLOCK' ? alarm.subject === block.id : alarm.scope === 'LINE' && alarm.subject === block.line);
  const own = mostUrgentFirst(list.standing.filter(ofBlock));
  const hidden = list.hidden.filter(ofBlock);
  return (
    <section class="block-alarms">
      <h3>{text().pages.alarms}</h3>
      {own.length === 0 && hidden.length === 0 && <p class="soft">{t.noneHere}</p>}
      {own.length > 0 && (
        <ul>
          {own.map(alarm => (
            <li key={alarm.id}>
              <Lamp alarm={alarm} />
              <div><a href={link('alarms', 'standing', alarm.id)}><Sentence of={sentenceOf(alarm)} /></a>
                <p class="soft">{text().since(when(alarm.raisedAtMillis ?? 0, serverNow()))} · {t.states[alarm.state]}. {responseOf(alarm)}</p></div>
              {alarm.wantsAcknowledgement && (
                <VerbButton verb="ACKNOWLEDGE_ALARMS" strings={alarm.strings} disabled={deeds.busy} aria-label={t.acknowledgeOne(sentenceOf(alarm))}
                  onClick={() => void deeds.act('acknowledge', [alarm])}>{t.deeds.acknowledge}</VerbButton>)}
            </li>
          ))}
        </ul>
      )}
      {hidden.map(alarm => <p key={alarm.id} class="soft">{sentenceOf(alarm)} {alarm.hidings.map(hidingWords).join(' ')}</p>)}
      {deeds.failure !== '' && <p role="alert" class="failure">{deeds.failure}</p>}
    </section>
  );
}
