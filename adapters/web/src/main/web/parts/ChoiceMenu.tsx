// SPDX-License-Identifier: Apache-2.0
import { language, theme } from '../state/choices';
import type { Language, Theme } from '../state/choices';
import { useCell } from '../state/cell';
import { text } from '../text';
import { Icon } from './Icon';

/** Colours and language of this browser. */
export function ChoiceMenu() {
  const t = text().frame;
  const colours = useCell(theme);
  const tongue = useCell(language);
  return (
    <details class="menu choices">
      <summary aria-label={t.choices} title={t.choices}><Icon name="settings" /></summary>
      <div>
        <label>{t.theme} <select value={colours} onChange={event => { theme.value = event.currentTarget.value as Theme; }}>
          {(['auto', 'light', 'dark'] as const).map(each => <option key={each} value={each}>{t.themes[each]}</option>)}
        </select></label>
        <label>{t.language} <select value={tongue} onChange={event => { language.value = event.currentTarget.value as Language; }}>
          <option value="en">English</option>
          <option value="de">Deutsch</option>
        </select></label>
      </div>
    </details>
  );
}
