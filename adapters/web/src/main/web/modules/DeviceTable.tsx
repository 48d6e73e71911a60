// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { count, tick } from '../format';
import { VerbButton } from '../parts/VerbButton';
import { reason } from '../state/api';
import { useCell } from '../state/cell';
import { images, site } from '../state/site';
import { MISSING } from '../state/model';
import { link } from '../state/route';
import { text } from '../text';
import { blink } from './blink';
import { CalibrationDialog } from './CalibrationDialog';
import { calibrationFigure } from './calibration';
import type { Calibration, LineDevice } from './model';
import { typeWords } from './typeWords';

/** Columns of figures. */
const FIRST_FIGURE = 5, LAST_FIGURE = 8;

interface Props {
  line: string;
  /** Strings that have a module on this line. */
  strings: string[];
  devices: LineDevice[];
  /** Whether the line cannot be used, so that nothing on it answers. */
  down: boolean;
  calibrations: Map<string, Calibration>;
  onCalibrated: () => void;
}

/** Every device of a line: who it is, how it has answered, and what can be done with it. */
export function DeviceTable({ line, strings, devices, down, calibrations, onCalibrated }: Props) {
  const [note, setNote] = useState('');
  const [calibrated, setCalibrated] = useState<string | null>(null);
  const here = useCell(site);
  const t = text().modules;
  const stringOf = new Map(here?.strings.flatMap(string => string.blocks.map(block => [block.id, string.id] as const)));
  // As they are now: the list is drawn anew when it is asked for anew, not with every sweep.
  const silent = new Set(here?.strings.flatMap(string => string.blocks
    .filter((_, i) => images.value.get(string.id)?.kinds.voltage.quality[i] === MISSING).map(block => block.id)));
  const find = async (device: LineDevice) => {
    try {
      await blink(line, device.address);
      setNote(t.blinks(device.subject));
    } catch (failure) {
      setNote(reason(failure));
    }
  };
  const share = (device: LineDevice) =>
    (device.asked === 0 ? '–' : `${tick(Math.floor(1000 * device.answered / device.asked) / 10, 1)}\u00a0%`);
  return (
    <>
      <header><h2>{t.devices}</h2><p class="reading" role="status">{note}</p></header>
      <div class="scroll tall" tabIndex={0} role="region" aria-label={t.devices}>
        <table class="list devices">
          <thead><tr>
            {[t.address, t.subject, t.type, t.serial, t.firmware, t.answers, t.lost, t.corrupt, t.late, t.calibration, t.actions].map(
              (name, i) => <th key={name} scope="col" class={i >= FIRST_FIGURE && i <= LAST_FIGURE ? 'number' : ''}>{name}</th>)}
          </tr></thead>
          <tbody>{devices.map(device => {
            const string = stringOf.get(device.subject);
            const calibration = calibrations.get(device.subject);
            return (
              <tr key={device.address} class={down || silent.has(device.subject) || device.asked > 0 && device.answered === 0 ? 'silent' : ''}>
                <th scope="row">{device.address}</th>
                <td>{string ? <a href={link('batteries', string, device.subject)}>{device.subject}</a> : device.subject}</td>
                <td>{typeWords(device.type)}</td><td>{device.serial ?? '–'}</td><td>{device.firmware ?? '–'}</td>
                {[share(device), count(device.lost), count(device.corrupt), count(device.late)].map((figure, i) => <td key={i} class="number">{figure}</td>)}
                <td>{string && (
                  <VerbButton verb="CALIBRATE" strings={[string]} class="quiet link" onClick={() => setCalibrated(device.subject)}>
                    {calibration ? calibrationFigure(calibration) : t.calibrate}
                  </VerbButton>
                )}</td>
                <td><VerbButton verb="BLINK" strings={strings} onClick={() => void find(device)} aria-label={t.blinkDevice(device.subject)}>{t.blink}</VerbButton></td>
              </tr>
            );
          })}</tbody>
        </table>
      </div>
      {calibrated !== null && (
        <CalibrationDialog block={calibrated} present={calibrations.get(calibrated)}
          onDone={words => { setCalibrated(null); setNote(words); onCalibrated(); }} onNo={() => setCalibrated(null)} />
      )}
    </>
  );
}
