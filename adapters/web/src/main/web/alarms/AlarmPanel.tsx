// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'preact/hooks';
import { dateTime } from '../format';
import { Icon } from '../parts/Icon';
import { Sentence } from '../parts/Sentence';
import { VerbButton } from '../parts/VerbButton';
import { link } from '../state/route';
import { text } from '../text';
import { Age } from './Age';
import { Against } from './AlarmRow';
import { DeedDialog } from './DeedDialog';
import type { Asking } from './DeedDialog';
import { hidingWords } from './HiddenList';
import { Lamp } from './Lamp';
import { Marks } from './Marks';
import type { Alarm } from './model';
import { deedsOf, hasAmount, placeOf, VERB_OF } from './order';
import { useDeeds } from './useDeeds';
import { causeOf, consequenceOf, placeName, responseOf, sentenceOf } from './words';

/** One alarm with everything that is known of it and everything that can be done about it. */
export function AlarmPanel({ alarm, onClose }: { alarm: Alarm; onClose: () => void }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const deeds = useDeeds();
  const t = text().alarms;
  useEffect(() => title.current?.focus(), [alarm.id]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => { if (event.key === 'Escape' && !document.querySelector('dialog[open]')) onClose(); };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [onClose]);
  return (
    <aside class="panel card" aria-label={sentenceOf(alarm)}>
      <header>
        <h2 ref={title} tabIndex={-1}><Lamp alarm={alarm} /> <Sentence of={sentenceOf(alarm)} /></h2>
        <button class="quiet" aria-label={text().close} onClick={onClose}><Icon name="close" /></button>
      </header>
      <p class="do">{responseOf(alarm)}</p>
      <div class="buttons">
        {deedsOf(alarm).map(deed => (
          <VerbButton key={deed} verb={VERB_OF[deed]} strings={alarm.strings} disabled={deeds.busy} class={deed === 'acknowledge' || deed === 'reset' ? 'strong' : ''}
            onClick={() => (deed === 'shelve' || deed === 'out-of-service' ? setAsking({ deed, alarms: [alarm] }) : void deeds.act(deed, [alarm]))}>
            {t.deeds[deed]}{deed === 'shelve' || deed === 'out-of-service' ? ' …' : ''}</VerbButton>
        ))}
        {alarm.wantsAcknowledgement && <VerbButton verb="ACKNOWLEDGE_ALARMS" strings={alarm.strings} onClick={() => setAsking({ deed: 'acknowledge', alarms: [alarm] })}>{t.withComment} …</VerbButton>}
      </div>
      {deeds.failure !== '' && asking === null && <p role="alert" class="failure">{deeds.failure}</p>}
      <dl class="pairs">
        <div><dt>{t.place}</dt><dd><a href={link(...placeOf(alarm))}>{placeName(alarm.subject)}</a></dd></div>
        {hasAmount(alarm) && <div><dt>{t.value}</dt><dd><Against alarm={alarm} /></dd></div>}
        <div><dt>{t.state}</dt><dd>{t.states[alarm.state]} <Marks alarm={alarm} /></dd></div>
        {alarm.raisedAtMillis !== null && (
          <div><dt>{t.raised}</dt><dd>{dateTime(alarm.raisedAtMillis)} <Age sinceMillis={alarm.raisedAtMillis} /></dd></div>)}
        {alarm.raises > 1 && <div><dt>{t.raises}</dt><dd>{alarm.raises}</dd></div>}
        {alarm.acknowledgedAtMillis !== null && (
          <div><dt>{t.acknowledged}</dt><dd>{alarm.acknowledgedBy}, {dateTime(alarm.acknowledgedAtMillis)}{alarm.comment ? `: ${alarm.comment}` : ''}</dd></div>)}
        {alarm.hidings.map(each => <div key={each.reason}><dt>{t.hidden}</dt><dd>{hidingWords(each)}</dd></div>)}
        <div><dt>{t.cause}</dt><dd>{causeOf(alarm)}</dd></div>
        <div><dt>{t.consequence}</dt><dd>{consequenceOf(alarm)}</dd></div>
      </dl>
      <p class="buttons"><a class="button" href={link('alarms', 'history', alarm.id)}>{t.itsHistory}</a>
        {alarm.strings[0] !== undefined && alarm.dimension !== null && <a class="button" href={link('alarms', 'limits', alarm.strings[0], alarm.definition)}>{t.itsLimit}</a>}</p>
      {asking && <DeedDialog {...asking} failure={deeds.failure} onYes={deeds.act} onNo={() => setAsking(null)} />}
    </aside>
  );
}
