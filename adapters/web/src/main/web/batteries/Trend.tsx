// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { KeptPicture } from '../canvas/kept-picture';
import { Picture } from '../canvas/Picture';
import { NONE, TrendData } from '../canvas/trend-data';
import { TrendLayer } from '../canvas/trend-layer';
import type { View } from '../canvas/trend-layer';
import { blockVolts, when } from '../format';
import { get, reason } from '../state/api';
import { useCell } from '../state/cell';
import type { BatteryString, StringImage } from '../state/model';
import { connection, serverNow } from '../state/site';
import { text } from '../text';
import { TrendButtons } from './TrendButtons';
import { drawTrend, HISTORY_POINTS, LEFT, plotArea, pointAt } from './trendPicture';

const LEAST_SPAN_MILLIVOLTS = 60;
const BAND_SPAN_MILLIVOLTS = 50;
const LIVE_STEPS = 120;

interface Props {
  string: BatteryString;
  image: StringImage;
  picked: number;
  onPick: (at: number) => void;
}

interface HistoryAnswer {
  pointToMillis: number[];
  series: { min: (number | null)[]; max: (number | null)[] }[];
}

/** The voltages of all blocks over time: live at the right edge, or any time before. */
export function Trend({ string, image, picked, onPick }: Props) {
  const t = text().batteries;
  const data = useMemo(() => new TrendData(string.blocks.length), [string]);
  const layer = useMemo(() => new TrendLayer(), [string]);
  const [axes] = useState(() => new KeptPicture());
  const [seconds, setSeconds] = useState(7200);
  const [end, setEnd] = useState<number | null>(null);
  const [band, setBand] = useState(false);
  const [pointer, setPointer] = useState<number | null>(null);
  const [state, setState] = useState<{ loading: boolean; failure: string }>({ loading: true, failure: '' });
  const open = useCell(connection).state === 'open';
  const range = useRef<{ low: number; high: number } | null>(null);
  const drag = useRef<{ x: number; end: number; moved: boolean } | null>(null);
  const size = useRef({ width: 600, height: 240 });
  const [settledEnd, settle] = useState<number | null>(null);
  const newest = useRef(0);
  newest.current = image.sampledAtMillis ?? 0;

  useEffect(() => {
    if (!open) return undefined;
    let wanted = true;
    const to = settledEnd ?? Math.round(Math.max(serverNow(), newest.current));
    const from = to - seconds * 1000;
    setState({ loading: true, failure: '' });
    get<HistoryAnswer>(`/strings/${encodeURIComponent(string.id)}/history?from=${from}&to=${to}&points=${HISTORY_POINTS}`)
      .then(answer => {
        if (!wanted) return;
        data.load({ atMillis: answer.pointToMillis, series: answer.series }, settledEnd === null);
        range.current = null;
        setState({ loading: false, failure: '' });
      })
      .catch((failure: unknown) => { if (wanted) setState({ loading: false, failure: reason(failure) }); });
    return () => { wanted = false; };
  }, [string, data, seconds, settledEnd, open]);

  const voltage = image.kinds.voltage;
  if (end === null && image.sampledAtMillis !== null) {
    data.append(image.sampledAtMillis, voltage.values.map((value, i) => (voltage.quality[i] === 0 ? value : null)));
  }
  const middle = image.status.targetMillivolts ?? image.status.meanMillivolts;
  const to = end ?? nextStep(image.sampledAtMillis ?? serverNow(), seconds);
  const from = to - seconds * 1000;
  const seen = data.range(from, to);
  const empty = seen === null && middle === null;
  const view = { from, to, ...valueRange(seen, middle, band, range) };
  const area = plotArea(size.current.width, size.current.height);
  const at = pointer === null ? null : pointAt(data, view, area, pointer, null);
  const shownTo = useRef(to);
  shownTo.current = to;
  const buttons = useMemo(() => {
    const show = (wanted: number | null) => {
      setEnd(wanted);
      settle(wanted);
    };
    const pan = (share: number) => {
      const next = Math.min(shownTo.current + share * seconds * 1000, serverNow());
      show(next >= serverNow() - 1000 ? null : Math.round(next));
    };
    return <TrendButtons seconds={seconds} onSeconds={setSeconds} live={end === null} band={band} onBand={setBand} onPan={pan}
      onLive={() => show(null)} />;
  }, [seconds, end === null, band, t]);
  return (
    <section class="trend">
      <header>
        <h2>{t.trend}</h2>
        {buttons}
      </header>
      <Picture label={t.trendLabel(string.name, picked >= 0 ? t.pickedLabel(string.blocks[picked]!.number) : '')}
        height={height} fill
        draw={sheet => {
          size.current = sheet;
          drawTrend(sheet, { data, layer, axes, view, middle, picked, pointer, empty });
        }}
        canvas={{
          onPointerDown: event => {
            drag.current = { x: event.offsetX, end: to, moved: false };
            event.currentTarget.setPointerCapture(event.pointerId);
          },
          onPointerMove: event => {
            setPointer(event.offsetX < LEFT ? null : event.offsetX);
            const held = drag.current;
            if (!held || Math.abs(event.offsetX - held.x) < 4 && !held.moved) return;
            held.moved = true;
            setEnd(Math.round(Math.min(held.end - (event.offsetX - held.x) / area.width * seconds * 1000, serverNow())));
          },
          onPointerUp: event => {
            const held = drag.current;
            drag.current = null;
            if (held?.moved) settle(end);
            else {
              const hit = pointAt(data, view, plotArea(size.current.width, size.current.height), event.offsetX, event.offsetY);
              if (hit && hit.series >= 0) onPick(hit.series);
            }
          },
          onPointerLeave: () => setPointer(null),
        }} />
      <p class="reading" role="status">
        {state.failure !== '' ? t.failed + state.failure
          : empty ? (state.loading && open ? t.loading : t.nothingYet)
            : at ? readout(string, data, at.row, picked) : ''}
      </p>
    </section>
  );
}

function height(width: number): number {
  return Math.round(Math.min(420, Math.max(240, width * 0.42)));
}

/** The right edge of the live chart: it moves on in small steps, so that the picture stands still in between. */
function nextStep(millis: number, seconds: number): number {
  const step = seconds * 1000 / LIVE_STEPS;
  return Math.ceil(millis / step) * step;
}

/** Keeps the range of values while it fits, so that the picture stands still. */
function valueRange(
  measured: { low: number; high: number } | null, middle: number | null, band: boolean,
  kept: { current: { low: number; high: number } | null },
): Pick<View, 'low' | 'high'> {
  if (band && middle !== null) {
    const centre = Math.round(middle / 10) * 10;
    return { low: centre - BAND_SPAN_MILLIVOLTS, high: centre + BAND_SPAN_MILLIVOLTS };
  }
  const seen = measured ?? { low: middle ?? 0, high: middle ?? 0 };
  const spare = Math.max((seen.high - seen.low) * 0.08, (LEAST_SPAN_MILLIVOLTS - (seen.high - seen.low)) / 2);
  const before = kept.current;
  const fits = before !== null && seen.low >= before.low && seen.high <= before.high
    && seen.high - seen.low + 2 * spare > 0.4 * (before.high - before.low);
  if (!fits) kept.current = { low: Math.floor((seen.low - spare) / 10) * 10, high: Math.ceil((seen.high + spare) / 10) * 10 };
  return kept.current!;
}

function readout(string: BatteryString, data: TrendData, row: number, picked: number): string {
  const t = text();
  const parts = [when(data.times[row]!, serverNow())];
  if (picked >= 0) {
    const value = data.lowAt(row, picked);
    parts.push(`${t.block} ${string.blocks[picked]!.number}: ${value === NONE ? t.notMeasured : blockVolts(value)}`);
  }
  let low = -1, high = -1;
  for (let series = 0; series < data.series; series++) {
    if (data.lowAt(row, series) === NONE) continue;
    if (low < 0 || data.lowAt(row, series) < data.lowAt(row, low)) low = series;
    if (high < 0 || data.highAt(row, series) > data.highAt(row, high)) high = series;
  }
  if (low >= 0) {
    parts.push(`${t.batteries.weakest(string.blocks[low]!.number)}, ${blockVolts(data.lowAt(row, low))}`);
    parts.push(`${t.batteries.strongest(string.blocks[high]!.number)}, ${blockVolts(data.highAt(row, high))}`);
  }
  return parts.join(' · ');
}
