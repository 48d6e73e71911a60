// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';
import { BlockAlarms } from '../alarms/BlockAlarms';
import { blockVolts, celsius, deviation, milliohms, percent, when } from '../format';
import { Icon } from '../parts/Icon';
import { useCell } from '../state/cell';
import type { BatteryString, Kind, StringImage } from '../state/model';
import { GOOD, MISSING, STALE, valueOf } from '../state/model';
import { events, serverNow } from '../state/site';
import { text } from '../text';
import { deviations } from './deviations';
import { ModuleFacts } from './ModuleFacts';
import { Spark } from './Spark';
import { Strip } from './Strip';
import { useBlockHistory } from './useBlockHistory';

const DAY = 86_400_000;
const POINTS = 200;
const EVENTS = 6;

interface Props {
  string: BatteryString;
  image: StringImage;
  picked: number;
  onPick: (at: number) => void;
  onClose: () => void;
}

/** One block: its values beside its string, what is known of it, its last day, and the module on it. */
export function BlockPanel({ string, image, picked, onPick, onClose }: Props) {
  const block = string.blocks[picked]!;
  const t = text();
  const title = useRef<HTMLHeadingElement>(null);
  const lie = deviations(string, image);
  const last = string.blocks.length - 1;
  useEffect(() => title.current?.focus(), [string.id]);
  const value = (kind: Kind) => valueOf(image, kind, picked);
  return (
    <aside class="panel card" aria-label={t.blockOf(block.number, string.name)}>
      <header>
        <h2 ref={title} tabIndex={-1}>{t.blockOf(block.number, string.name)} <small>{block.id}{block.label !== '' && ` · ${block.label}`}</small></h2>
        <span class="buttons">
          <button class="quiet" aria-label={t.panel.previous} disabled={picked === 0} onClick={() => onPick(picked - 1)}><Icon name="chevronLeft" /></button>
          <button class="quiet" aria-label={t.panel.next} disabled={picked === last} onClick={() => onPick(picked + 1)}><Icon name="chevronRight" /></button>
          <button class="quiet" aria-label={t.close} onClick={onClose}><Icon name="close" /></button>
        </span>
      </header>
      <section>
        <p class="big">{blockVolts(value('voltage'))} {lie.each[picked] !== null && <small>{deviation(lie.each[picked])} {t.panel.fromString}</small>}</p>
        <Strip string={string} image={image} picked={picked} />
        <dl class="facts">
          <div><dt>{t.batteries.views.temperature}</dt><dd>{celsius(value('temperature'))}</dd></div>
          <div><dt>{t.batteries.views.resistance}</dt><dd>{milliohms(value('resistance'))}</dd></div>
          <div><dt>{t.batteries.views.duty}</dt><dd>{percent(value('duty'))}</dd></div>
        </dl>
      </section>
      <BlockAlarms block={block} />
      <Evidence string={string} image={image} picked={picked} />
      <Histories block={block.id} />
      <ModuleFacts string={string} block={block} />
    </aside>
  );
}

function Evidence({ string, image, picked }: Pick<Props, 'string' | 'image' | 'picked'>) {
  const happened = useCell(events);
  const block = string.blocks[picked]!;
  const t = text().panel;
  const quality = image.kinds.voltage.quality[picked]!;
  const own = (happened ?? []).filter(event => event.subject === block.id);
  const lost = own.find(event => event.kind === 'MODULE_LOST');
  const known = [...image.status.notCorrectable, ...image.status.excluded]
    .filter(remark => remark.block === block.id).map(remark => remark.remark);
  if (quality === MISSING) known.unshift(lost ? t.missingSince(when(lost.atMillis, serverNow())) : t.missing);
  else if (quality !== GOOD) known.unshift(quality === STALE ? t.stale : t.suspect);
  return (
    <section>
      <h3>{t.evidence}</h3>
      {known.length === 0 ? <p class="soft">{t.ordinary}</p> : <ul class="plain">{known.map(each => <li key={each}>{each}</li>)}</ul>}
      {own.length > 0 && (
        <ol class="events small">
          {own.slice(0, EVENTS).map(event => (
            <li key={event.atMillis + event.kind}><time>{when(event.atMillis, serverNow())}</time><span>{event.text}</span></li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Histories({ block }: { block: string }) {
  const t = text();
  const day = useBlockHistory(block, DAY, POINTS);
  const month = useBlockHistory(block, 30 * DAY, POINTS);
  const parts: [string, Kind, typeof day, (value: number) => string][] = [
    [`${t.batteries.views.voltage}, ${t.panel.last24h}`, 'voltage', day, blockVolts],
    [`${t.batteries.views.temperature}, ${t.panel.last24h}`, 'temperature', day, celsius],
    [t.panel.resistance30d, 'resistance', month, milliohms],
  ];
  return (
    <section>
      {parts.map(([label, kind, history, figure]) => {
        const columns = history.state === 'there' ? history.kind(kind) : null;
        const empty = columns !== null && columns.min.every(value => value === null);
        return (
          <div key={kind} class="history">
            <h3>{label}</h3>
            {columns && !empty ? <Spark label={label} columns={columns} figure={figure} />
              : <p class="soft spark">{history.state === 'failed' ? t.batteries.failed + history.reason
                : history.state === 'loading' ? t.batteries.loading : t.panel.noHistory}</p>}
          </div>
        );
      })}
    </section>
  );
}
