// SPDX-License-Identifier: Apache-2.0
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useOnScreen } from '../parts/useOnScreen';
import { useCell } from '../state/cell';
import { palette } from './palette';
import type { Palette } from './palette';

export interface Sheet {
  context: CanvasRenderingContext2D;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** Device pixels in one CSS pixel. */
  ratio: number;
  colours: Palette;
}

interface Props {
  class?: string;
  /** What those who do not see it are told. */
  label: string;
  /** In CSS pixels, for a width; the room is kept before anything is drawn. */
  height: (width: number) => number;
  /** Whether it takes all the height that its card has; `height` is then the least. */
  fill?: boolean;
  draw: (sheet: Sheet) => void;
  canvas?: JSX.HTMLAttributes<HTMLCanvasElement>;
}

/** A canvas as wide as its place, sharp on every screen, drawn anew whenever its component is and somebody can see it. */
export function Picture({ class: name, label, height, fill = false, draw, canvas }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const [room, setRoom] = useState(0);
  const colours = useCell(palette);
  const seen = useOnScreen(frame);
  useLayoutEffect(() => {
    const box = frame.current!;
    const look = () => {
      setWidth(box.clientWidth);
      setRoom(box.clientHeight);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  const least = width > 0 ? height(width) : 0;
  const tall = fill ? Math.max(least, room) : least;
  useLayoutEffect(() => {
    const target = element.current;
    if (!target || width === 0 || !seen) return;
    const ratio = devicePixelRatio;
    const wide = Math.round(width * ratio), high = Math.round(tall * ratio);
    if (target.width !== wide || target.height !== high) {
      target.width = wide;
      target.height = high;
    }
    const context = target.getContext('2d')!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, tall);
    draw({ context, width, height: tall, ratio, colours });
  });
  return (
    <div ref={frame} class={`picture ${fill ? 'fill' : ''} ${name ?? ''}`} style={{ [fill ? 'minHeight' : 'height']: `${least}px` }}>
      <canvas ref={element} role="img" aria-label={label} style={{ width: `${width}px`, height: `${tall}px` }} {...canvas} />
    </div>
  );
}
