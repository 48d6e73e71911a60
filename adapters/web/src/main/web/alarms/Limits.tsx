// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { useCell } from '../state/cell';
import { go, link } from '../state/route';
import { site } from '../state/site';
import { usePoll } from '../state/usePoll';
import { text } from '../text';
import { LimitDialog } from './LimitDialog';
import type { Limit, LimitPlace, StringLimit } from './limit-model';
import type { Definition } from './model';
import { useDefinitions } from './useDefinitions';
import { amount, placeName, titleOf } from './words';

const AGAIN_MILLIS = 30_000;
/** Blocks that are named; the dialog lets any be chosen. */
const NAMED = 5;

/** What is edited: a limit of the string or of one of its blocks. */
interface Editing {
  place: LimitPlace;
  definition: string;
  /** What the place itself gives. */
  own: Limit | null;
  inForce: Limit;
  inherited: Limit;
}

/** Every limit of a string: where it comes from, what is in force, and which blocks differ. */
export function Limits({ string, definition }: { string: string | undefined; definition: string | undefined }) {
  const here = useCell(site);
  const chosen = here?.strings.find(each => each.id === string) ?? here?.strings[0];
  const t = text().alarms;
  if (!here || !chosen) return <p class="soft">{text().batteries.empty}</p>;
  return (
    <>
      <p class="soft">{t.limitsMean}</p>
      {here.strings.length > 1 && (
        <nav class="tabs" aria-label={text().batteries.strings}>
          {here.strings.map(each => (
            <a key={each.id} href={link('alarms', 'limits', each.id)} aria-current={each === chosen ? 'page' : undefined}>{each.name}</a>
          ))}
        </nav>
      )}
      <OfString key={chosen.id} string={chosen.id} definition={definition} />
    </>
  );
}

function OfString({ string, definition }: { string: string; definition: string | undefined }) {
  const { value, failure, again } = usePoll<{ limits: StringLimit[] }>(`/alarms/limits?string=${encodeURIComponent(string)}`, AGAIN_MILLIS);
  const definitions = new Map(useDefinitions().map(each => [each.id, each]));
  const [editing, setEditing] = useState<Editing | null>(null);
  const [note, setNote] = useState('');
  const t = text().alarms;
  const ofString = (row: StringLimit): Editing =>
    ({ place: { kind: 'strings', id: string }, definition: row.definition, own: row.string, inForce: row.inForce, inherited: row.standard });
  useEffect(() => {
    const row = value?.limits.find(each => each.definition === definition);
    if (row && editing === null) setEditing(ofString(row));
  }, [definition, value !== null]);
  if (value === null) return <p class="soft">{failure || t.reading}</p>;
  const close = () => {
    setEditing(null);
    if (definition !== undefined) go('alarms', 'limits', string);
  };
  return (
    <section>
      <p role="status" class="note">{note}</p>
      <div class="scroll tall" tabIndex={0} role="region" aria-label={t.limits}>
        <table class="list limits">
          <thead><tr>{t.limitColumns.map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {value.limits.map(row => (
              <LimitRow key={row.definition} row={row} string={string} definition={definitions.get(row.definition)}
                onEdit={() => setEditing(ofString(row))}
                onEditBlock={(block, own, inForce) => setEditing({ place: { kind: 'blocks', id: block }, definition: row.definition, own, inForce, inherited: row.inForce })} />
            ))}
          </tbody>
        </table>
      </div>
      {editing && <LimitDialog {...editing} title={nameOf(definitions.get(editing.definition), editing.definition)}
        level={t.levels[value.limits.find(each => each.definition === editing.definition)!.level]} string={string}
        blocks={value.limits.find(each => each.definition === editing.definition)?.blocks ?? []}
        onClose={close} onDone={words => { setNote(words); close(); again(); }} />}
    </section>
  );
}

const nameOf = (definition: Definition | undefined, id: string) => (definition ? titleOf(definition) : id);

interface RowProps {
  row: StringLimit;
  string: string;
  definition: Definition | undefined;
  onEdit: () => void;
  onEditBlock: (block: string, own: Limit | null, inForce: Limit) => void;
}

function LimitRow({ row, string, definition, onEdit, onEditBlock }: RowProps) {
  const t = text().alarms;
  const name = nameOf(definition, row.definition);
  return (
    <tr class={row.inForce.state === 'off' ? 'off' : ''}>
      <th scope="row">{name} <small>{t.levels[row.level]}</small></th>
      <td title={definition?.standard}>{limitWords(row.standard)}</td>
      <td>{row.string ? limitWords(row.string) : ''}</td>
      <td><b>{limitWords(row.inForce)}</b> <small>{row.source}</small></td>
      <td>
        {row.blocks.slice(0, NAMED).map(each => (
          <button key={each.block} class="quiet link" onClick={() => onEditBlock(each.block, each.own, each.inForce)}>
            {placeName(each.block)}: {limitWords(each.inForce)}</button>
        ))}
        {row.blocks.length > NAMED && <small>{text().findings.more(row.blocks.length - NAMED)}</small>}
      </td>
      <td>{row.lockedInLine === null
        ? <button onClick={onEdit} aria-label={t.changeLimit(name, t.levels[row.level], placeName(string))}>{t.change} …</button>
        : <small class="lock">{text().settings.locked(row.lockedInLine)}</small>}</td>
    </tr>
  );
}

/** A limit in a few words; off is said as that. */
export function limitWords(limit: Limit): string {
  const t = text().alarms;
  if (limit.state === 'off') return text().settings.off;
  const parts = [limit.limit === null ? '' : amount(limit.limit), limit.onDelay === null || limit.onDelay === '0 ms' ? '' : t.after(amount(limit.onDelay))];
  return parts.filter(part => part !== '').join(', ') || (limit.state === 'on' ? text().settings.on : '–');
}
