// SPDX-License-Identifier: Apache-2.0
import { useMemo, useRef, useState } from 'preact/hooks';
import { useMarks } from '../alarms/useMarks';
import { blockAt, drawMap, MapLayer, mapLayout } from './map';
import { Picture } from '../canvas/Picture';
import type { BatteryString, Block, Kind, StringImage } from '../state/model';
import { text } from '../text';
import { readings } from './reading';

interface Props {
  string: BatteryString;
  image: StringImage;
  kind: Kind;
  picked: number;
  onPick: (at: number) => void;
}

/** Every block a tile, in the order in which they are mounted; pointer or arrow keys read and pick. */
export function CellMap({ string, image, kind, picked, onPick }: Props) {
  const [cursor, setCursor] = useState(-1);
  const size = useRef({ width: 0, height: 0 });
  const count = string.blocks.length;
  const all = readings(string, image, kind);
  const alarms = useMarks(string);
  const numbers = useMemo(() => string.blocks.map(block => block.number), [string]);
  const [layer] = useState(() => new MapLayer());
  const layout = () => mapLayout(count, size.current.width, size.current.height);
  const under = (event: MouseEvent) => blockAt(layout(), count, event.offsetX, event.offsetY);
  const press = (event: KeyboardEvent) => {
    const at = cursor >= 0 ? cursor : Math.max(0, picked);
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -layout().columns, ArrowDown: layout().columns }[event.key];
    if (step !== undefined) {
      if (at + step >= 0 && at + step < count) setCursor(at + step);
    } else if (event.key === 'Home') setCursor(0);
    else if (event.key === 'End') setCursor(count - 1);
    else if (event.key === 'Enter' || event.key === ' ') onPick(at);
    else return;
    event.preventDefault();
  };
  const shown = cursor >= 0 ? cursor : picked;
  return (
    <>
      <Picture class="map" label={text().batteries.mapLabel(count)}
        height={wide => mapLayout(count, wide).total} fill
        draw={sheet => {
          size.current = sheet;
          drawMap(sheet.context, layout(), all, { numbers, picked, cursor, alarms }, sheet.colours, layer);
        }}
        canvas={{
          role: 'application', tabIndex: 0,
          onPointerMove: event => setCursor(under(event)),
          onPointerLeave: () => setCursor(-1),
          onBlur: () => setCursor(-1),
          onClick: event => { const at = under(event); if (at >= 0) onPick(at); },
          onKeyDown: press,
        }} />
      <p class="reading" role="status">
        {shown >= 0 && `${text().block} ${string.blocks[shown]!.number}${labelOf(string.blocks[shown]!)}: ${[all[shown]!.figure(), all[shown]!.aside()].filter(Boolean).join(' · ')}`}
      </p>
    </>
  );
}

/** What people have written on a block, in brackets; nothing when there is nothing. */
function labelOf(block: Block): string {
  return block.label === '' ? '' : ` (${block.label})`;
}
