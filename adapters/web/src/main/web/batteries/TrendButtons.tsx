// SPDX-License-Identifier: Apache-2.0
import { Icon } from '../parts/Icon';
import { text } from '../text';

interface Props {
  seconds: number;
  onSeconds: (seconds: number) => void;
  live: boolean;
  onLive: () => void;
  band: boolean;
  onBand: (band: boolean) => void;
  /** Moves by that share of the range. */
  onPan: (share: number) => void;
}

/** How much of time and value the chart shows. */
export function TrendButtons({ seconds, onSeconds, live, onLive, band, onBand, onPan }: Props) {
  const t = text().batteries;
  return (
    <div class="buttons">
      <span class="switch" role="group" aria-label={t.range}>
        {Object.entries(t.ranges).map(([each, name]) => (
          <button key={each} aria-pressed={seconds === Number(each)} onClick={() => onSeconds(Number(each))}>{name}</button>
        ))}
      </span>
      <span class="switch" role="group" aria-label={t.scale}>
        <button aria-pressed={!band} onClick={() => onBand(false)}>{t.scaleAll}</button>
        <button aria-pressed={band} onClick={() => onBand(true)}>{t.scaleBand}</button>
      </span>
      <span class="switch">
        <button aria-label={t.back} title={t.back} onClick={() => onPan(-0.5)}><Icon name="chevronLeft" /></button>
        <button aria-label={t.forth} title={t.forth} disabled={live} onClick={() => onPan(0.5)}><Icon name="chevronRight" /></button>
        <button aria-pressed={live} onClick={onLive}>{t.live}</button>
      </span>
    </div>
  );
}
