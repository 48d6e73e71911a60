// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'preact';
import { Batteries } from './pages/Batteries';
import { Configuration } from './pages/Configuration';
import { Lines } from './pages/Lines';
import { Modules } from './pages/Modules';
import { Overview } from './pages/Overview';
import { System } from './pages/System';
import { Wall } from './pages/Wall';
import { Frame } from './parts/Frame';
import type { IconName } from './parts/Icon';
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
}

/** Every page, in the order of the rail. */
export const PAGES: Page[] = [
  { name: 'overview', icon: 'house', key: 'o', show: Overview },
  { name: 'batteries', icon: 'battery', key: 'b', show: Batteries },
  { name: 'modules', icon: 'circuit', key: 'm', show: Modules },
  { name: 'lines', icon: 'cable', key: 'l', show: Lines },
  { name: 'configuration', icon: 'sliders', key: 'c', show: Configuration },
  { name: 'system', icon: 'server', key: 's', show: System },
  { name: 'wall', icon: 'monitor', key: 'w', show: Wall },
];

export function App() {
  const words = useCell(route);
  useCell(language);
  const page = PAGES.find(each => each.name === words[0]) ?? PAGES[0]!;
  if (page.name === 'wall') return <Wall />;
  return (
    <Frame pages={PAGES} present={page}>
      <page.show />
    </Frame>
  );
}
