// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState } from 'preact/hooks';
import { useMarks } from '../alarms/useMarks';
import { Picture } from '../canvas/Picture';
import { text } from '../text';
import type { BatteryString, StringImage } from '../state/model';
import { drawMap, MapLayer, mapLayout } from './map';
import { readings } from './reading';

interface Props {
  string: BatteryString;
  image: StringImage;
  /** So many times as large as on the page of the string. */
  scale: number;
  /** Blocks of all strings on the screen. */
  ofAll: number;
}

/** Every block a lamp, to be looked at only. */
export function Lamps({ string, image, scale, ofAll }: Props) {
  const all = readings(string, image, 'voltage');
  const alarms = useMarks(string);
  const count = string.blocks.length;
  const [layer] = useState(() => new MapLayer());
  const numbers = useMemo(() => string.blocks.map(block => block.number), [string]);
  return <Picture label={text().blocks(count)} height={wide => mapLayout(count, wide / scale, 0, ofAll).total * scale} fill
    draw={({ context, width, height, colours }) => {
      context.scale(scale, scale);
      const layout = mapLayout(count, width / scale, height / scale, ofAll);
      drawMap(context, layout, all, { numbers, picked: -1, cursor: -1, alarms }, colours, layer);
    }} />;
}
