// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from 'preact/hooks';
import { useMedia } from '../parts/useMedia';
import { useSeenRows } from '../parts/useSeenRows';
import { access, whyNot } from '../state/access';
import { useCell } from '../state/cell';
import { text } from '../text';
import { draft, found, shown, wanting } from './draft';
import type { Setting } from './model';
import { titleOf, valueWords } from './titles';

const ROW_PIXELS = 56, PHONE_ROW_PIXELS = 96;
const SPARE_ROWS = 6;
const PHONE = '(max-width: 40rem)';

/** Every setting with its value, to be changed in place. Only the rows that are seen are in the page. */
export function SettingList({ settings }: { settings: Setting[] }) {
  const [search, setSearch] = useState('');
  const [group, setGroup] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const rowPixels = useMedia(PHONE) ? PHONE_ROW_PIXELS : ROW_PIXELS;
  const [top, seen] = useSeenRows(box, rowPixels);
  const t = text().settings;
  const groups = [...new Set(settings.map(setting => setting.group))];
  const part = group === '' ? settings : settings.filter(setting => setting.group === group);
  const rows = found(part, search, titleOf);
  const first = Math.max(0, Math.min(top - SPARE_ROWS, rows.length - seen));
  const visible = rows.slice(first, first + seen + 2 * SPARE_ROWS);
  const after = rows.length - first - visible.length;
  return (
    <section class="settings">
      <header>
        <div class="switch" role="group" aria-label={t.groups}>
          {['', ...groups].map(each => (
            <button key={each} aria-pressed={each === group} onClick={() => setGroup(each)}>{each === '' ? t.all : t.groupNames[each] ?? each}</button>
          ))}
        </div>
        <div class="buttons">
          <span class="soft">{t.shown(rows.length, settings.length)}</span>
          <input type="search" aria-label={t.find} placeholder={t.find} value={search} onInput={event => setSearch(event.currentTarget.value)} />
        </div>
      </header>
      <div class="setting-rows" ref={box} tabIndex={0} role="region" aria-label={t.list}>
        <ul>
          {first > 0 && <li aria-hidden="true" style={{ height: `${first * rowPixels}px` }} />}
          {visible.map(setting => <Row key={setting.key} setting={setting} height={rowPixels} />)}
          {after > 0 && <li aria-hidden="true" style={{ height: `${after * rowPixels}px` }} />}
        </ul>
        {rows.length === 0 && <p class="soft empty">{t.nothing}</p>}
      </div>
    </section>
  );
}

function Row({ setting, height }: { setting: Setting; height: number }) {
  const wishes = useCell(draft);
  const missing = whyNot(useCell(access), 'CHANGE_SETTINGS', setting.strings);
  const t = text().settings;
  const changed = wishes.has(setting.key);
  const value = shown(wishes, setting);
  const locked = setting.lockedInLine !== null;
  const want = (wish: string | null) => { draft.value = wanting(draft.value, setting, wish); };
  const id = `setting-${setting.key}`;
  const back = !locked && missing === '' && (changed ? wishes.get(setting.key) !== null : setting.given);
  return (
    <li class={`setting${changed ? ' changed' : ''}${!locked && !changed && !setting.given ? ' standard' : ''}`} style={{ height: `${height}px` }} title={missing || undefined}>
      <label for={id}><span>{titleOf(setting)}</span><small>{setting.key}</small></label>
      <Field id={id} setting={setting} value={value} disabled={locked || missing !== ''} onWant={want} />
      <span class="aside">
        {locked ? <small class="lock">{t.locked(setting.lockedInLine!)}</small>
          : <small>{t.standardIs(setting.default === '' ? t.empty : valueWords(setting.default))}</small>}
        {back && <button class="quiet link" onClick={() => want(null)} aria-label={t.backTo(titleOf(setting))}>{t.back}</button>}
      </span>
    </li>
  );
}

interface FieldProps {
  id: string;
  setting: Setting;
  value: string;
  disabled: boolean;
  onWant: (wish: string | null) => void;
}

function Field({ id, setting, value, disabled, onWant }: FieldProps) {
  // An emptied field stays empty while somebody writes in it, though that means the default.
  const [typed, setTyped] = useState<string | null>(null);
  if (setting.kind === 'switch') {
    return (
      <span class="check"><input id={id} type="checkbox" role="switch" checked={value === 'on'} disabled={disabled}
        onChange={event => onWant(event.currentTarget.checked ? 'on' : 'off')} /> {valueWords(value)}</span>
    );
  }
  if (setting.kind === 'choice') {
    return (
      <select id={id} value={value} disabled={disabled} onChange={event => onWant(event.currentTarget.value)}>
        {setting.words.map(word => <option key={word} value={word}>{word}</option>)}
      </select>
    );
  }
  return (
    <input id={id} type="text" autocomplete="off" value={typed ?? value} disabled={disabled} placeholder={setting.default}
      maxLength={setting.mostCharacters ?? 40} title={setting.kind === 'text' ? undefined : setting.allowed}
      onInput={event => { setTyped(event.currentTarget.value); onWant(event.currentTarget.value); }} onBlur={() => setTyped(null)} />
  );
}
