// SPDX-License-Identifier: Apache-2.0
import { Picture } from '../canvas/Picture';
import type { Sheet } from '../canvas/Picture';

const LEFT = 2, RIGHT = 2, EDGE = 13;

/** What a block's history says of one kind; null where nothing good was measured. */
export interface SparkColumns {
  fromMillis: number;
  toMillis: number;
  atMillis: number[];
  min: (number | null)[];
  max: (number | null)[];
}

interface Props {
  label: string;
  columns: SparkColumns;
  figure: (value: number) => string;
}

/** A small line over time between its lowest and its highest value, which stand beside it. */
export function Spark({ label, columns, figure }: Props) {
  return <Picture class="spark" label={label} height={() => 72} draw={sheet => draw(sheet, columns, figure)} />;
}

function draw({ context, width, height, colours }: Sheet, columns: SparkColumns, figure: (value: number) => string): void {
  const low = Math.min(...columns.min.filter((value): value is number => value !== null));
  const high = Math.max(...columns.max.filter((value): value is number => value !== null));
  if (!Number.isFinite(low)) return;
  const span = Math.max(high - low, 1);
  const x = (millis: number) => LEFT + (millis - columns.fromMillis) / (columns.toMillis - columns.fromMillis) * (width - LEFT - RIGHT);
  const y = (value: number) => EDGE + (high - value) / span * (height - 2 * EDGE);
  context.strokeStyle = colours.violet;
  context.lineWidth = 1.5;
  context.beginPath();
  let pen = false;
  columns.atMillis.forEach((at, i) => {
    const least = columns.min[i]!, most = columns.max[i]!;
    if (least === null || most === null) {
      pen = false;
      return;
    }
    if (pen) context.lineTo(x(at), y(least));
    else context.moveTo(x(at) - 0.5, y(least));
    context.lineTo(x(at), y(most));
    pen = true;
  });
  context.stroke();
  context.font = '11px system-ui, sans-serif';
  context.fillStyle = colours.soft;
  context.textAlign = 'right';
  context.textBaseline = 'top';
  context.fillText(figure(high), width - RIGHT, 0);
  if (low === high) return;
  context.textBaseline = 'bottom';
  context.fillText(figure(low), width - RIGHT, height);
}
