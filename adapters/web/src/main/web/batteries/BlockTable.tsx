// SPDX-License-Identifier: Apache-2.0
import { useMemo, useRef, useState } from 'preact/hooks';
import { Lamp } from '../alarms/Lamp';
import { numberOf, worstOfBlocks } from '../alarms/order';
import { useOnScreen } from '../parts/useOnScreen';
import { useSeenRows } from '../parts/useSeenRows';
import { alarms } from '../state/alarms';
import { Cell, useCell } from '../state/cell';
import type { BatteryString, StringImage } from '../state/model';
import { GOOD } from '../state/model';
import { text } from '../text';
import { cell, COLUMNS, csv, rowsOf, sorted } from './rows';
import type { ColumnName, Row } from './rows';

const ROW_PIXELS = 33;
const SPARE_ROWS = 4;

interface Props {
  string: BatteryString;
  image: StringImage;
  picked: number;
  onPick: (at: number) => void;
}

/** Columns that this person does not want to see. */
const hiddenColumns = new Cell<ReadonlySet<ColumnName>>(new Set());

/** All blocks as figures; while nobody sees it it stays as it was. */
export function BlockTable(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef<Props>(props);
  const seen = useOnScreen(place);
  if (seen || props.string !== last.current.string) last.current = props;
  const table = useMemo(() => <Table {...last.current} />, [last.current]);
  return <div ref={place}>{table}</div>;
}

/** Only the rows that are seen are in the page, so that 600 cost no more than 30. */
function Table({ string, image, picked, onPick }: Props) {
  const [order, setOrder] = useState<{ column: ColumnName; ascending: boolean }>({ column: 'number', ascending: true });
  const [abnormalOnly, setAbnormalOnly] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const [top, seen] = useSeenRows(box, ROW_PIXELS);
  const hidden = useCell(hiddenColumns);
  const t = text().batteries;
  const list = useCell(alarms);
  const worst = useMemo(() => worstOfBlocks(list?.standing ?? []), [list]);
  const all = rowsOf(string, image, worst);
  const rows = sorted(abnormalOnly ? all.filter(row => row.abnormal) : all, order.column, order.ascending);
  const labelled = string.blocks.some(block => block.label !== '');
  const columns = COLUMNS.filter(column => !hidden.has(column) && (column !== 'label' || labelled));
  const first = Math.max(0, Math.min(top - SPARE_ROWS, rows.length - seen));
  const part = rows.slice(first, first + seen + 2 * SPARE_ROWS);
  const sortBy = (column: ColumnName) =>
    setOrder({ column, ascending: order.column === column ? !order.ascending : true });
  return (
    <section>
      <header>
        <h2>{t.table}</h2>
        <div class="buttons">
          <label class="check"><input type="checkbox" checked={abnormalOnly} onChange={() => setAbnormalOnly(!abnormalOnly)} /> {t.abnormal}</label>
          <span class="soft">{t.shown(rows.length, all.length)}</span>
          <ColumnChoice />
          <button onClick={() => save(string, rows)}>{t.csv}</button>
        </div>
      </header>
      <div class="table" ref={box} tabIndex={0} role="region" aria-label={t.table}>
        <table aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(column => (
                <th key={column} scope="col" class={column}
                  aria-sort={order.column !== column ? undefined : order.ascending ? 'ascending' : 'descending'}>
                  <button class="quiet" onClick={() => sortBy(column)}>{t.columns[column]}
                    <span aria-hidden="true">{order.column !== column ? '' : order.ascending ? ' ↑' : ' ↓'}</span></button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 && <tr aria-hidden="true" style={{ height: `${first * ROW_PIXELS}px` }} />}
            {part.map((row, i) => (
              <SpareRow key={row.id} row={row} index={first + i + 2} columns={columns} picked={row.at === picked} onPick={onPick}
                seen={first + i >= top && first + i < top + seen} />
            ))}
            {rows.length > first + part.length
              && <tr aria-hidden="true" style={{ height: `${(rows.length - first - part.length) * ROW_PIXELS}px` }} />}
          </tbody>
        </table>
        {rows.length === 0 && <p class="soft empty">{t.noneAbnormal}</p>}
      </div>
    </section>
  );
}

interface RowProps {
  row: Row;
  index: number;
  columns: ColumnName[];
  picked: boolean;
  onPick: (at: number) => void;
}

/** A row that stays as it was while it lies above or below what is seen: it is only there to be scrolled to. */
function SpareRow({ seen, ...props }: RowProps & { seen: boolean }) {
  const last = useRef(props);
  const { columns, index, picked } = last.current;
  if (seen || props.picked !== picked || props.index !== index || props.columns.join() !== columns.join()) last.current = props;
  return useMemo(() => <TableRow {...last.current} />, [last.current]);
}

function TableRow({ row, index, columns, picked, onPick }: RowProps) {
  const name = `row q${row.quality}${picked ? ' picked' : ''}${row.abnormal ? ' abnormal' : ''}`;
  return (
    <tr aria-rowindex={index} class={name} onClick={() => onPick(row.at)}>
      {columns.map(column => (column === 'number'
        ? <th key={column} scope="row"><button class="quiet" onClick={event => { event.stopPropagation(); onPick(row.at); }}>{cell(row, 'number')}</button></th>
        : column === 'state' ? <StateCell key={column} row={row} />
          : <td key={column} class={column}><span class="figure">{row.sort[column] === null
            ? <><span aria-hidden="true">–</span><span class="hidden">{text().notMeasured}</span></> : cell(row, column)}</span></td>))}
    </tr>
  );
}

/** What there is to say of a block: its worst alarm, or why it needs a look; on a phone in one word. */
function StateCell({ row }: { row: Row }) {
  const said = row.state;
  const t = text();
  const brief = row.quality !== GOOD ? t.quality[row.quality] : row.alarm ? t.priorities[numberOf(row.alarm.priority)] : said;
  return (
    <td class="state" title={said}>
      {row.alarm ? <Lamp alarm={row.alarm} /> : row.abnormal && <span class="mark" aria-hidden="true">{row.quality === 3 ? '◆ ' : '■ '}</span>}
      <span class="said">{said}</span><span class="brief">{brief}</span>
    </td>
  );
}

function ColumnChoice() {
  const hidden = useCell(hiddenColumns);
  const t = text().batteries;
  const flip = (column: ColumnName) => {
    const next = new Set(hidden);
    if (!next.delete(column)) next.add(column);
    hiddenColumns.value = next;
  };
  return (
    <details class="menu">
      <summary>{t.chooseColumns}</summary>
      <div>{COLUMNS.filter(column => column !== 'number').map(column => (
        <label key={column} class="check"><input type="checkbox" checked={!hidden.has(column)} onChange={() => flip(column)} /> {t.columns[column]}</label>
      ))}</div>
    </details>
  );
}

function save(string: BatteryString, rows: Row[]): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', csv(rows)], { type: 'text/csv' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = `${string.id}.csv`;
  anchor.click();
  URL.revokeObjectURL(address);
}
