// SPDX-License-Identifier: Apache-2.0
import { OUTLINE_OF_PRIORITY, SHAPE_OF_PRIORITY } from '../parts/Icon';
import { text } from '../text';
import type { Alarm } from './model';
import { numberOf } from './order';

/** Colour and shape of an alarm, with its word for those who listen: filled while nobody has acknowledged it. */
export function Lamp({ alarm }: { alarm: Pick<Alarm, 'priority' | 'wantsAcknowledgement' | 'active'> }) {
  const number = numberOf(alarm.priority);
  const t = text();
  const filled = alarm.wantsAcknowledgement;
  return (
    <span class={`alarm-lamp p${number}${filled ? ' open' : ''}`} title={t.priorities[number]}>
      <span aria-hidden="true">{(filled ? SHAPE_OF_PRIORITY : OUTLINE_OF_PRIORITY)[number]}</span>
      <span class="hidden">{t.priorities[number]}, {filled ? t.alarms.notAcknowledged : t.alarms.acknowledged}: </span>
    </span>
  );
}
