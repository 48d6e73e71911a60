// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'preact';
import { Access } from './pages/Access';
import { Alarms } from './pages/Alarms';
import { Audit } from './pages/Audit';
import { Batteries } from './pages/Batteries';
import { Entrance } from './pages/Entrance';
import { Configuration } from './pages/Configuration';
import { Interfaces } from './pages/Interfaces';
import { Lines } from './pages/Lines';
import { Modules } from './pages/Modules';
import { Overview } from './pages/Overview';
import { Own } from './pages/Own';
import { System } from './pages/System';
import { Safety } from './pages/Safety';
import { Wall } from './pages/Wall';
import { Frame } from './parts/Frame';
import { Guarded } from './parts/Guarded';
import type { IconName } from './parts/Icon';
import { access } from './state/access';
import { language } from './state/choices';
import { useCell } from './state/cell';
import { route } from './state/route';
import type { Texts } from './text';

export interface Page {
  name: keyof Texts['pages'];
  icon: IconName;
  /** Pressed after `g`. */
  key: string;
  show: ComponentType;
  /** What somebody has to be allowed to whom the rail shows it; everybody when there is none. */
  verb?: string;
}

/** Every page, in the order of the rail. */
export const PAGES: Page[] = [
  { name: 'overview', icon: 'house', key: 'o', show: Overview },
  { name: 'batteries', icon: 'battery', key: 'b', show: Batteries },
  { name: 'alarms', icon: 'bell', key: 'n', show: Alarms },
  { name: 'safety', icon: 'shield', key: 'f', show: Safety },
  { name: 'modules', icon: 'circuit', key: 'm', show: Modules },
  { name: 'lines', icon: 'cable', key: 'l', show: Lines },
  { name: 'interfaces', icon: 'plug', key: 'i', show: Interfaces },
  { name: 'configuration', icon: 'sliders', key: 'c', show: Configuration },
  { name: 'system', icon: 'server', key: 's', show: System },
  { name: 'access', icon: 'users', key: 'a', show: Access, verb: 'MANAGE_USERS' },
  { name: 'audit', icon: 'scroll', key: 'u', show: Audit, verb: 'READ_AUDIT' },
  { name: 'wall', icon: 'monitor', key: 'w', show: Wall },
];

/** Reached from the menu of the person, not from the rail. */
const OWN: Page = { name: 'own', icon: 'user', key: '', show: Own };

export function App() {
  const words = useCell(route);
  useCell(language);
  const who = useCell(access);
  if (who?.signedIn === false) return <Entrance />;
  const page = [...PAGES, OWN].find(each => each.name === words[0]) ?? PAGES[0]!;
  if (page.name === 'wall') return <Wall />;
  return (
    <Frame pages={PAGES} present={page}>
      <Guarded place={words.join('/')}><page.show /></Guarded>
    </Frame>
  );
}
