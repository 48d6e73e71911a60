// SPDX-License-Identifier: Apache-2.0
import { when } from '../format';
import { VerbButton } from '../parts/VerbButton';
import { link } from '../state/route';
import { serverNow } from '../state/site';
import { text } from '../text';
import { Age } from './Age';
import { Lamp } from './Lamp';
import { Marks } from './Marks';
import type { Alarm } from './model';
import { deedsOf, hasAmount, VERB_OF } from './order';
import type { Deed } from './order';
import { amount, responseOf, sentenceOf } from './words';

interface Props {
  alarm: Alarm;
  height: number;
  /** Counted from 1 over all rows. */
  index: number;
  of: number;
  /** Whether the keys go to this row. */
  present: boolean;
  chosen: boolean;
  picked: boolean;
  onChoose: () => void;
  onPresent: () => void;
  onDeed: (deed: Deed) => void;
}

/** One alarm: what is the matter and what to do, since when, its value against its limit, its state, and the next deeds. */
export function AlarmRow({ alarm, height, index, of, present, chosen, picked, onChoose, onPresent, onDeed }: Props) {
  const t = text().alarms;
  const sentence = sentenceOf(alarm);
  const deeds = deedsOf(alarm).filter(deed => deed !== 'out-of-service').slice(0, 2);
  const reach = present ? 0 : -1;
  return (
    <li class={`alarm${alarm.active ? '' : ' gone'}${picked ? ' picked' : ''}${chosen ? ' chosen' : ''}`} data-id={alarm.id}
      style={{ height: `${height}px` }} tabIndex={present ? 0 : -1} onFocusIn={onPresent} aria-posinset={index} aria-setsize={of}>
      <input type="checkbox" checked={chosen} aria-label={t.choose(sentence)} tabIndex={reach} onChange={onChoose} />
      <Lamp alarm={alarm} />
      <div class="what">
        <a href={link('alarms', 'standing', alarm.id)} tabIndex={reach}>{sentence}</a>
        <p class="soft" title={responseOf(alarm)}>{responseOf(alarm)}</p>
      </div>
      <div class="facts-of">
        {alarm.raisedAtMillis !== null && (
          <span>{text().since(when(alarm.raisedAtMillis, serverNow()))} <Age sinceMillis={alarm.raisedAtMillis} /></span>)}
        <Against alarm={alarm} />
      </div>
      <div class="state-of">
        <span>{t.states[alarm.state]}</span>
        <span class="marks"><Marks alarm={alarm} /></span>
      </div>
      <div class="buttons">
        {deeds.map(deed => (
          <VerbButton key={deed} verb={VERB_OF[deed]} strings={alarm.strings} tabIndex={reach} aria-label={`${t.deeds[deed]}: ${sentence}`}
            onClick={() => onDeed(deed)}>{t.deeds[deed]}{deed === 'shelve' ? ' …' : ''}</VerbButton>
        ))}
      </div>
    </li>
  );
}

/** The value of an alarm against its limit; nothing where it has none. */
export function Against({ alarm }: { alarm: Pick<Alarm, 'valueText' | 'limitText' | 'dimension' | 'limit'> }) {
  if (!hasAmount(alarm)) return null;
  return <span class="against">{amount(alarm.valueText)} <small>{text().alarms.limit} {amount(alarm.limitText)}</small></span>;
}
