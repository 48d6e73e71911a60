// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { blockVolts, celsius } from '../format';
import { Confirm } from '../parts/Confirm';
import { post, reason } from '../state/api';
import { useCell } from '../state/cell';
import { MISSING } from '../state/model';
import { images, site } from '../state/site';
import { text } from '../text';
import { calibrationFigure } from './calibration';
import type { Calibration } from './model';

interface Props {
  block: string;
  present: Calibration | undefined;
  /** Called with what was done. */
  onDone: (words: string) => void;
  onNo: () => void;
}

/** Corrects what a module shows by what a reference instrument shows at the same time. */
export function CalibrationDialog({ block, present, onDone, onNo }: Props) {
  const here = useCell(site);
  const now = useCell(images);
  const t = text().modules;
  const string = here?.strings.find(each => each.blocks.some(one => one.id === block));
  const at = string?.blocks.findIndex(each => each.id === block) ?? -1;
  const image = string ? now.get(string.id) : undefined;
  const shown = (kind: 'voltage' | 'temperature') =>
    (image && image.kinds[kind].quality[at] !== MISSING ? image.kinds[kind].values[at] ?? null : null);
  const [held] = useState({ voltage: shown('voltage'), temperature: shown('temperature') });
  const [volts, setVolts] = useState('');
  const [degrees, setDegrees] = useState('');
  const [failure, setFailure] = useState('');
  const number = (words: string) => Number(words.trim().replace(',', '.'));
  const send = async (body: unknown, words: string) => {
    try {
      await post(`/blocks/${encodeURIComponent(block)}/calibration`, body);
      onDone(words);
    } catch (problem) {
      setFailure(reason(problem));
    }
  };
  const apply = () => {
    const body: Record<string, unknown> = {};
    if (volts.trim() !== '') {
      body.voltagePoints = [{ shownMillivolts: held.voltage, trueMillivolts: Math.round(number(volts) * 1000) }];
    }
    if (degrees.trim() !== '') {
      body.temperature = { shownCentidegrees: held.temperature, trueCentidegrees: Math.round(number(degrees) * 100) };
    }
    void send(body, t.calibrationDone(block));
  };
  const empty = volts.trim() === '' && degrees.trim() === '';
  const wrong = Number.isNaN(number(volts)) || Number.isNaN(number(degrees));
  return (
    <Confirm title={t.calibrationOf(block)} yes={t.apply} onYes={apply} onNo={onNo} disabled={empty || wrong}>
      <p>{t.calibrationWhy}</p>
      <div class="fields">
        <label>{t.shownVoltage(blockVolts(held.voltage))}
          <span><input inputMode="decimal" value={volts} disabled={held.voltage === null} onInput={event => setVolts(event.currentTarget.value)} /> V</span></label>
        <label>{t.shownTemperature(celsius(held.temperature))}
          <span><input inputMode="decimal" value={degrees} disabled={held.temperature === null} onInput={event => setDegrees(event.currentTarget.value)} /> °C</span></label>
      </div>
      {present && (
        <p class="buttons">{calibrationFigure(present)} <button type="button" onClick={() => void send({ reset: true }, t.calibrationReset(block))}>{t.calibrationTake}</button></p>
      )}
      <p role="alert" class="failure">{failure}</p>
    </Confirm>
  );
}
