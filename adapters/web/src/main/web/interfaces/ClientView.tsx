// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'preact/hooks';
import { clock, count } from '../format';
import { link } from '../state/route';
import { usePoll } from '../state/usePoll';
import { text } from '../text';
import { amount, viewPath, within } from './model';
import type { Interface, Point, View } from './model';

const POINTS = 50;
const AGAIN_MILLIS = 2_000;
const TYPING_MILLIS = 300;
const QUALITIES = ['GOOD', 'SUSPECT', 'STALE', 'MISSING'];

/** What a client of a protocol sees at this moment; the search stands in the address, so that it can be sent on. */
export function ClientView({ protocol, all, start }: { protocol: Interface; all: Interface[]; start: string }) {
  const [words, setWords] = useState(start);
  const [search, setSearch] = useState(start);
  const [known, setKnown] = useState(true);
  const [from, setFrom] = useState(0);
  const view = usePoll<View>(viewPath(protocol.id, search, known, from, POINTS), AGAIN_MILLIS);
  const last = useRef<View | null>(null);
  const t = text().interfaces;
  useEffect(() => {
    if (words === search) return undefined;
    const later = setTimeout(() => {
      setSearch(words);
      setFrom(0);
      location.replace(words.trim() === '' ? link('interfaces', protocol.id) : link('interfaces', protocol.id, words.trim()));
    }, TYPING_MILLIS);
    return () => clearTimeout(later);
  }, [words, search, protocol.id]);
  // What was seen before stays until the next answer: a table that comes and goes cannot be read.
  if (view.value) last.current = view.value;
  const seen = last.current;
  useEffect(() => {
    if (view.value && from >= view.value.matching && from > 0) setFrom(within(from, view.value.matching, POINTS));
  }, [view.value, from]);
  return (
    <section class="card view">
      <header>
        <h2>{t.view}</h2>
        <div class="buttons">
          {all.length > 1 && (
            <span class="switch">{all.map(each => (
              <button key={each.id} aria-pressed={each.id === protocol.id}
                onClick={() => location.replace(search.trim() === '' ? link('interfaces', each.id) : link('interfaces', each.id, search.trim()))}>{each.name}</button>
            ))}</span>
          )}
          <label class="check"><input type="checkbox" checked={known} onChange={() => { setKnown(!known); setFrom(0); }} /> {t.knownOnly}</label>
          <input type="search" aria-label={t.search} placeholder={t.search} value={words} onInput={event => setWords(event.currentTarget.value)} />
        </div>
      </header>
      <p class="soft">{t.viewMeans}</p>
      {view.failure !== '' && <p class="failure" role="alert">{view.failure}</p>}
      {seen && seen.points.length > 0 && <Points of={protocol.name} points={seen.points} />}
      <div class="buttons">
        <span class="soft" role="status">{!seen ? (view.failure === '' ? t.reading : '') : seen.matching === 0 ? t.nothing
          : t.shown(count(seen.from + 1), count(seen.from + seen.points.length), count(seen.matching))}</span>
        {seen && seen.matching > POINTS && <>
          <button disabled={from === 0} onClick={() => setFrom(Math.max(0, from - POINTS))}>{t.former}</button>
          <button disabled={from + POINTS >= seen.matching} onClick={() => setFrom(from + POINTS)}>{t.next}</button>
        </>}
        {seen?.atMillis && <span class="soft">{t.imageOf(count(seen.image), clock(seen.atMillis))}</span>}
      </div>
    </section>
  );
}

function Points({ of, points }: { of: string; points: Point[] }) {
  const t = text().interfaces;
  return (
    <div class={`scroll tall points ${points.some(point => point.address.length > 12) ? 'wide' : ''}`} tabIndex={0} role="region" aria-label={`${t.view} ${of}`}>
      <table class="list">
        <thead><tr>{t.pointColumns.map((name, i) => <th key={name} scope="col" class={`c${i}`}>{name}</th>)}</tr></thead>
        <tbody>{points.map(point => <Row key={point.address} point={point} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ point }: { point: Point }) {
  const t = text();
  const quality = QUALITIES.indexOf(point.quality);
  const part = point.subject === 'site' || point.subject === point.part ? '' : point.part;
  return (
    <tr class={quality > 1 ? 'off' : ''}>
      <th scope="row" class="c0"><code>{point.address}</code></th>
      <td class="c1">{point.subject} <span class="soft">{part}</span></td>
      <td class="c2">{point.name}<small>{point.subject}</small></td>
      <td class="c3"><code>{point.raw}</code></td>
      <td class="c4">{point.quality === 'MISSING' ? t.notYet : amount(point.value) || '–'}
        {quality > 0 && quality < 3 && <span class="soft"> ({t.quality[quality]})</span>}</td>
      <td class="c5">{point.form}{point.scale === '' ? '' : `, ${point.scale}`}</td>
      <td class="c6">{point.words}</td>
    </tr>
  );
}
