// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';
import { draft, stillWanted } from '../settings/draft';
import { DraftBar } from '../settings/DraftBar';
import { Exchange } from '../settings/Exchange';
import { History } from '../settings/History';
import type { Settings } from '../settings/model';
import { SettingList } from '../settings/SettingList';
import { access, mayAnywhere, whyNot } from '../state/access';
import { useCell } from '../state/cell';
import { site } from '../state/site';
import { usePoll } from '../state/usePoll';
import { text } from '../text';

const AGAIN_MILLIS = 60_000;

/** What people change in operation: looked at, drafted, checked, applied, rolled back. */
export function Configuration() {
  const here = useCell(site);
  const { value: present, failure, again } = usePoll<Settings>('/settings', AGAIN_MILLIS);
  const who = useCell(access);
  const mayChange = mayAnywhere(who, 'CHANGE_SETTINGS');
  const t = text().settings;
  // Another site means that somebody has changed settings, here or elsewhere.
  useEffect(again, [here]);
  useEffect(() => {
    if (present) draft.value = stillWanted(draft.value, present.settings);
  }, [present]);
  return (
    <>
      <header class="page">
        <h1>{text().pages.configuration}</h1>
        {present && <Exchange version={present.version} mayTake={mayChange} onDone={again} />}
      </header>
      <p class="soft">{t.about}</p>
      {!mayChange && <p>{whyNot(who, 'CHANGE_SETTINGS')}</p>}
      {present === null ? <p class="soft">{failure || t.reading}</p> : (
        <>
          {present.withoutEffect.length > 0 && <p class="soft">{t.withoutEffect(present.withoutEffect.join(', '))}</p>}
          <SettingList settings={present.settings} />
          <DraftBar present={present} onDone={again} />
          <History version={present.version} mayRollBack={mayChange} onDone={again} />
        </>
      )}
    </>
  );
}
