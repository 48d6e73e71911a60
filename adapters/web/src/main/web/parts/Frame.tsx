// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../App';
import { access, may } from '../state/access';
import { useCell } from '../state/cell';
import { site } from '../state/site';
import { link } from '../state/route';
import { text } from '../text';
import { ApprovalNote } from './ApprovalNote';
import { Banner } from './Banner';
import { ChoiceMenu } from './ChoiceMenu';
import { Clock } from './Clock';
import { ConnectionNote } from './ConnectionNote';
import { Icon } from './Icon';
import { KeyList, useKeys } from './Keys';
import { SearchBox } from './SearchBox';
import { TripStrip } from './TripStrip';
import { UserMenu } from './UserMenu';

/** What stands around every page: site, banner, clock above; the pages at the side, below on a phone. */
export function Frame({ pages, present, children }: { pages: Page[]; present: Page; children: ComponentChildren }) {
  const here = useCell(site);
  const who = useCell(access);
  const t = text();
  const rail = useRef<HTMLElement>(null);
  useKeys(pages);
  useEffect(() => {
    document.title = `${t.pages[present.name]} · ${here?.name ?? 'Evenfloat'}`;
  }, [present, here, t]);
  // On a phone the rail is wider than the screen: the present page is brought into its middle.
  useEffect(() => {
    const centre = () => {
      const place = rail.current?.querySelector<HTMLElement>('[aria-current]');
      if (place) rail.current!.scrollLeft = place.offsetLeft - (rail.current!.clientWidth - place.offsetWidth) / 2;
    };
    centre();
    addEventListener('resize', centre);
    return () => removeEventListener('resize', centre);
  }, [present, who]);
  return (
    <div class="frame">
      <a class="skip" href="#main" onClick={event => { event.preventDefault(); document.getElementById('main')?.focus(); }}>
        {t.frame.skip}
      </a>
      <header class="top">
        <a class="brand" href={link('overview')}>Evenfloat</a>
        <span class="site">{here?.name ?? ''}</span>
        <Banner />
        <SearchBox pages={pages} />
        <Clock />
        <UserMenu />
        <ChoiceMenu />
      </header>
      <nav class="rail" ref={rail} aria-label={t.frame.navigation}>
        {who !== null && pages.filter(page => page.verb === undefined || may(who, page.verb)).map(page => (
          <a key={page.name} href={link(page.name)} aria-current={page === present ? 'page' : undefined}>
            <Icon name={page.icon} />
            <span>{t.pages[page.name]}</span>
          </a>
        ))}
      </nav>
      <main id="main" tabIndex={-1}>
        <ConnectionNote />
        <TripStrip />
        <ApprovalNote />
        {children}
      </main>
      <KeyList />
    </div>
  );
}
