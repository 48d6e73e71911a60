// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useState } from 'preact/hooks';
import { BlockPanel } from '../batteries/BlockPanel';
import { BlockTable } from '../batteries/BlockTable';
import { CellMap } from '../batteries/CellMap';
import { TILE_UNIT } from '../batteries/reading';
import { Scope } from '../batteries/Scope';
import { Summary } from '../batteries/Summary';
import { Trend } from '../batteries/Trend';
import { Cell, useCell } from '../state/cell';
import type { BatteryString, Kind, StringImage } from '../state/model';
import { KINDS } from '../state/model';
import { images, site } from '../state/site';
import { go, link, route } from '../state/route';
import { text } from '../text';

type View = Kind | 'scope';

/** What the map shows; stays when another string is looked at. */
const shown = new Cell<View>('voltage');

/** One string: its figures, the map of its blocks, their voltages over time, the table, and one block in a panel. */
export function Batteries() {
  const here = useCell(site);
  const words = useCell(route);
  const now = useCell(images);
  const t = text();
  if (!here) return <h1>{t.pages.batteries}</h1>;
  const string = here.strings.find(each => each.id === words[1]) ?? here.strings[0];
  if (!string) return <><h1>{t.pages.batteries}</h1><p class="soft">{t.batteries.empty}</p></>;
  const image = now.get(string.id);
  return (
    <>
      <h1 class="hidden">{t.pages.batteries}: {string.name}</h1>
      {here.strings.length > 1 && (
        <nav class="tabs" aria-label={t.batteries.strings}>
          {here.strings.map(each => (
            <a key={each.id} href={link('batteries', each.id)} aria-current={each === string ? 'page' : undefined}>{each.name}</a>
          ))}
        </nav>
      )}
      {image ? <StringView key={string.id} string={string} image={image} block={words[2]} />
        : <p class="soft">{t.findings.noValues}</p>}
    </>
  );
}

function StringView({ string, image, block }: { string: BatteryString; image: StringImage; block: string | undefined }) {
  const picked = string.blocks.findIndex(each => each.id === block);
  const pick = (at: number) => go('batteries', string.id, string.blocks[at]!.id);
  const close = () => go('batteries', string.id);
  usePickKeys(picked, string.blocks.length, pick, close);
  const common = { string, image, picked, onPick: pick };
  return (
    <div class={picked >= 0 ? 'battery with-panel' : 'battery'}>
      <div class="content">
        <Summary string={string} image={image} />
        <div class="pictures">
          <MapSection {...common} />
          <Trend {...common} />
        </div>
        <BlockTable {...common} />
      </div>
      {picked >= 0 && <BlockPanel {...common} onClose={close} />}
    </div>
  );
}

function MapSection(props: { string: BatteryString; image: StringImage; picked: number; onPick: (at: number) => void }) {
  const view = useCell(shown);
  const t = text().batteries;
  const header = useMemo(() => (
    <header>
      <h2>{view === 'scope' ? t.scope : <>{t.map} <small>in {TILE_UNIT[view]}</small></>}</h2>
      <span class="switch" role="group" aria-label={t.show}>
        {[...KINDS, 'scope' as const].map(each => (
          <button key={each} aria-pressed={view === each} onClick={() => { shown.value = each; }}>
            {each === 'scope' ? t.scope : t.views[each]}
          </button>
        ))}
      </span>
    </header>
  ), [view, t]);
  return (
    <section>
      {header}
      {view === 'scope' ? <Scope {...props} /> : <CellMap {...props} kind={view} />}
    </section>
  );
}

/** `j` and `k` go from block to block, Esc puts the panel away. */
function usePickKeys(picked: number, count: number, pick: (at: number) => void, close: () => void): void {
  const [latest] = useState({ picked, count, pick, close });
  Object.assign(latest, { picked, count, pick, close });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.matches('input, select, textarea')) return;
      if (event.key === 'Escape' && latest.picked >= 0) latest.close();
      else if (event.key === 'j' && latest.picked < latest.count - 1) latest.pick(latest.picked + 1);
      else if (event.key === 'k' && latest.picked > 0) latest.pick(latest.picked - 1);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [latest]);
}
