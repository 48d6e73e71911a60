// SPDX-License-Identifier: Apache-2.0
import battery from 'lucide-static/icons/battery-medium.svg';
import bell from 'lucide-static/icons/bell.svg';
import bellOff from 'lucide-static/icons/bell-off.svg';
import cable from 'lucide-static/icons/cable.svg';
import chevronLeft from 'lucide-static/icons/chevron-left.svg';
import chevronRight from 'lucide-static/icons/chevron-right.svg';
import circuit from 'lucide-static/icons/circuit-board.svg';
import house from 'lucide-static/icons/house.svg';
import logOut from 'lucide-static/icons/log-out.svg';
import monitor from 'lucide-static/icons/monitor.svg';
import plug from 'lucide-static/icons/plug.svg';
import scroll from 'lucide-static/icons/scroll-text.svg';
import search from 'lucide-static/icons/search.svg';
import server from 'lucide-static/icons/server.svg';
import settings from 'lucide-static/icons/settings.svg';
import shield from 'lucide-static/icons/shield-check.svg';
import sliders from 'lucide-static/icons/sliders-horizontal.svg';
import user from 'lucide-static/icons/user-round.svg';
import users from 'lucide-static/icons/users-round.svg';
import close from 'lucide-static/icons/x.svg';

/** Icons of Lucide (ISC licence). */
const SHAPES = {
  battery, bell, bellOff, cable, chevronLeft, chevronRight, circuit, close, house, logOut, monitor, plug, scroll, search, server, settings, shield, sliders,
  user, users,
};

export type IconName = keyof typeof SHAPES;

/** An ornament beside a word, hidden from those who listen. */
export function Icon({ name }: { name: IconName }) {
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: SHAPES[name] }} />;
}

/** The shape of a priority; its word stands beside it for those who do not see it. */
export const SHAPE_OF_PRIORITY = ['', '▲', '◆', '■', '●'];

/** The outline of a shape: somebody knows already. */
export const OUTLINE_OF_PRIORITY = ['', '△', '◇', '□'];
