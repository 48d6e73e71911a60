// SPDX-License-Identifier: Apache-2.0
import { Icon } from '../parts/Icon';
import { useCell } from '../state/cell';
import { sound } from '../state/choices';
import { text } from '../text';
import { allowed } from './sound';

/** Says whether this browser sounds while alarms buzz, and switches it. */
export function SoundSwitch() {
  const wanted = useCell(sound) === 'on';
  const may = useCell(allowed);
  const t = text().alarms;
  return (
    <button class="sound" aria-pressed={wanted} title={t.soundMeans} onClick={() => { sound.value = wanted ? 'off' : 'on'; }}>
      <Icon name={wanted ? 'bell' : 'bellOff'} /> {!wanted ? t.soundOff : may ? t.soundOn : t.soundBlocked}
    </button>
  );
}
