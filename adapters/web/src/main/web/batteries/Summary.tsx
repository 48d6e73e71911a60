// SPDX-License-Identifier: Apache-2.0
import { amps, blockVolts, celsius, duration, millivolts, stringVolts, when } from '../format';
import type { BatteryString, StringImage } from '../state/model';
import { serverNow } from '../state/site';
import { link } from '../state/route';
import { text } from '../text';

/** A string in one line of figures; its lowest and highest block lead to themselves. */
export function Summary({ string, image }: { string: BatteryString; image: StringImage }) {
  const t = text();
  const status = image.status;
  const to = (number: number | null) => {
    const block = string.blocks.find(each => each.number === number);
    return block ? link('batteries', string.id, block.id) : link('batteries', string.id);
  };
  const equalizing = !string.equalizing ? t.batteries.notEqualizing
    : status.convergedSinceMillis !== null ? t.batteries.holding(when(status.convergedSinceMillis, serverNow()))
      : t.phases[status.phase] ?? status.phase;
  return (
    <dl class="summary">
      <div><dt>{t.batteries.state}</dt><dd>{t.states[status.state]} {status.stateSinceMillis !== null
        && <small>{t.since(duration(serverNow() - status.stateSinceMillis))}</small>}</dd></div>
      <div><dt>{t.overview.current}</dt><dd>{string.currentSensor ? <Figure of={amps(status.currentMilliamps)} /> : <span class="soft">{t.overview.noCurrentSensor}</span>}</dd></div>
      <div><dt>{t.overview.total}</dt><dd><Figure of={stringVolts(status.totalMillivolts)} /></dd></div>
      <div><dt>{t.overview.mean}</dt><dd><Figure of={blockVolts(status.meanMillivolts)} /></dd></div>
      <div><dt>{t.overview.spread}</dt><dd><Figure of={millivolts(status.spreadMillivolts)} /></dd></div>
      <div><dt>{t.overview.lowest}</dt><dd>{status.lowestBlock === null ? t.notMeasured
        : <a href={to(status.lowestBlock)}>{t.block} {status.lowestBlock}</a>} {status.lowestBlock !== null && <small>{blockVolts(status.lowestMillivolts)}</small>}</dd></div>
      <div><dt>{t.overview.highest}</dt><dd>{status.highestBlock === null ? t.notMeasured
        : <a href={to(status.highestBlock)}>{t.block} {status.highestBlock}</a>} {status.highestBlock !== null && <small>{blockVolts(status.highestMillivolts)}</small>}</dd></div>
      <div><dt>{t.overview.air}</dt><dd>{string.ambientSensor ? <Figure of={celsius(status.ambientCentidegrees)} /> : <span class="soft">{t.overview.noAmbientSensor}</span>}</dd></div>
      <div class="wide"><dt>{t.batteries.equalizing}</dt><dd>{equalizing}</dd></div>
    </dl>
  );
}

/** A figure that is laid out alone: another one moves nothing. */
function Figure({ of }: { of: string }) {
  return <span class="figure">{of}</span>;
}
