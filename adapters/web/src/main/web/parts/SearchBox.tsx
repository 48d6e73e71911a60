// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState } from 'preact/hooks';
import type { Page } from '../App';
import { useCell } from '../state/cell';
import { site } from '../state/site';
import { go } from '../state/route';
import { text } from '../text';
import { Icon } from './Icon';

const SHOWN = 8;

interface Hit {
  words: string[];
  label: string;
  key: string;
}

/** Finds pages, strings, blocks, relay modules and breakers by their names and ids. */
export function SearchBox({ pages }: { pages: Page[] }) {
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const here = useCell(site);
  const t = text();
  const places = useMemo<Hit[]>(() => [
    ...pages.map(page => ({ words: [page.name], label: t.pages[page.name], key: t.pages[page.name].toLowerCase() })),
    ...(here?.strings ?? []).map(string => ({
      words: ['batteries', string.id], label: `${t.batteries.string} ${string.name}`,
      key: `${string.name} ${string.id}`.toLowerCase() })),
    ...(here?.strings ?? []).flatMap(string => string.blocks.map(block => ({
      words: ['batteries', string.id, block.id],
      label: `${t.blockOf(block.number, string.name)} (${block.id})${block.label === '' ? '' : ` ${block.label}`}`,
      key: `${block.id} ${block.label} ${t.block} ${block.number} ${string.name}`.toLowerCase() }))),
    ...(here?.relayModules ?? []).map(module => ({
      words: ['modules', module.line], label: t.switchgear.module(module.id),
      key: t.switchgear.module(module.id).toLowerCase() })),
    ...(here?.breakers ?? []).map(breaker => ({
      words: ['modules', here?.relayModules.find(module => breaker.trip.startsWith(`${module.id}/`))?.line ?? ''],
      label: `${t.switchgear.breaker} ${breaker.id}`,
      key: `${t.switchgear.breaker} ${breaker.id}`.toLowerCase() })),
  ], [here, pages, t]);
  const query = wanted.trim().toLowerCase();
  const hits = query === '' ? [] : places
    .filter(place => query.split(/\s+/).every(word => place.key.includes(word)))
    .sort((a, b) => rank(a, query) - rank(b, query))
    .slice(0, SHOWN);
  const pick = (hit: Hit | undefined) => {
    if (!hit) return;
    go(...hit.words);
    setWanted('');
    document.getElementById('search')?.blur();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') pick(hits[at] ?? hits[0]);
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Escape') { setWanted(''); (event.currentTarget as HTMLElement).blur(); }
    else return;
    event.preventDefault();
  };
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input id="search" type="search" autocomplete="off" role="combobox" aria-label={t.frame.search}
        aria-expanded={hits.length > 0} aria-controls="search-hits" aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `hit-${at}` : undefined}
        placeholder={t.frame.searchHint} value={wanted}
        onInput={event => { setWanted(event.currentTarget.value); setAt(0); }} onKeyDown={press} />
      <ul id="search-hits" role="listbox" aria-label={t.frame.search} hidden={query === ''}>
        {hits.map((hit, i) => (
          <li key={hit.label} id={`hit-${i}`} role="option" aria-selected={i === at} onClick={() => pick(hit)}>{hit.label}</li>
        ))}
        {query !== '' && hits.length === 0 && <li role="option" aria-selected={false} aria-disabled="true">{t.frame.nothingFound}</li>}
      </ul>
    </div>
  );
}

/** Exact names first, then what begins with the words, then the rest. */
function rank(hit: Hit, query: string): number {
  if (hit.words.at(-1)?.toLowerCase() === query) return 0;
  return hit.key.startsWith(query) ? 1 : 2;
}
