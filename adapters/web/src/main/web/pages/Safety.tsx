// SPDX-License-Identifier: Apache-2.0
import { BlackBoxes } from '../safety/BlackBoxes';
import { BreakerCard } from '../safety/BreakerCard';
import { Report } from '../safety/Report';
import { StringCard } from '../safety/StringCard';
import { STAGES } from '../safety/model';
import type { Protection } from '../safety/model';
import { useCell } from '../state/cell';
import { protection } from '../state/protection';
import { link, route } from '../state/route';
import { text } from '../text';

/** Strings that are shown with their pictures at once. */
const SHOWN = 6;

/** What protects the strings from a thermal runaway: breakers first, then each string, then what was recorded. */
export function Safety() {
  const words = useCell(route);
  const all = useCell(protection);
  const t = text().safety;
  if (words[1] === 'report') return <Report />;
  return (
    <>
      <header class="page"><h1>{text().pages.safety}</h1><a class="button" href={link('safety', 'report')}>{t.report}</a></header>
      <p class="soft about">{t.about}</p>
      {all === null ? <p class="soft">{t.reading}</p> : <All all={all} only={words[1]} />}
    </>
  );
}

function All({ all, only }: { all: Protection; only: string | undefined }) {
  const t = text().safety;
  const sorted = [...all.strings].sort((a, b) => rank(b) - rank(a));
  const shown = only === undefined ? sorted.slice(0, SHOWN) : sorted.filter(each => each.string === only);
  return (
    <>
      <section>
        <h2>{t.breakers}</h2>
        {all.breakers.length === 0 && <p class="calm">{t.noBreakers}</p>}
        {all.breakers.map(breaker => <BreakerCard key={breaker.breaker} breaker={breaker} all={all} />)}
      </section>
      <section>
        <h2>{t.strings}</h2>
        {all.strings.length === 0 && <p class="calm">{t.noStrings}</p>}
        <div class={shown.length > 1 ? 'guards' : 'guards one'}>{shown.map(guard => <StringCard key={guard.string} guard={guard} limits={all.limits} />)}</div>
        {shown.length < sorted.length && (
          <p class="buttons others">
            {sorted.filter(each => !shown.includes(each)).map(each => <a key={each.string} class="button" href={link('safety', each.string)}>{each.string}</a>)}
          </p>
        )}
      </section>
      <BlackBoxes />
    </>
  );
}

/** Worst first: what cannot be protected counts as a warning. */
function rank(guard: Protection['strings'][number]): number {
  return STAGES.indexOf(guard.stage) + (guard.cannotProtect === 'NO' ? 0 : 0.5);
}
