// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { count } from '../format';
import { blink } from '../modules/blink';
import { VerbButton } from '../parts/VerbButton';
import { get, reason } from '../state/api';
import type { LineDevice } from '../modules/model';
import type { BatteryString, Block } from '../state/model';
import { text } from '../text';

const AGAIN_MILLIS = 10_000;

/** The battery module on a block: who it is and how it answers; its LED can be made to blink. */
export function ModuleFacts({ string, block }: { string: BatteryString; block: Block }) {
  const [device, setDevice] = useState<LineDevice | null>(null);
  const [failed, setFailed] = useState(false);
  const [note, setNote] = useState('');
  const t = text().panel;
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      try {
        const answer = await get<{ devices: LineDevice[] }>(`/lines/${encodeURIComponent(block.line)}/modules`);
        if (wanted) { setDevice(answer.devices.find(each => each.subject === block.id) ?? null); setFailed(false); }
      } catch {
        if (wanted) setFailed(true); // a busy line answers the next time
      }
    };
    setDevice(null);
    setNote('');
    void read();
    const timer = setInterval(() => void read(), AGAIN_MILLIS);
    return () => { wanted = false; clearInterval(timer); };
  }, [block]);
  const find = async () => {
    try {
      await blink(block.line, block.address);
      setNote(t.blinking);
    } catch (failure) {
      setNote(reason(failure));
    }
  };
  const unknown = failed ? '–' : text().notYet;
  return (
    <section>
      <h3>{t.module}</h3>
      <dl class="facts module">
        <div><dt>{t.type}</dt><dd>{string.moduleType}</dd></div>
        <div><dt>{t.address}</dt><dd>{t.lineOf(block.line, block.address)}</dd></div>
        <div><dt>{t.serial}</dt><dd>{device?.serial ?? unknown}</dd></div>
        <div><dt>{t.firmware}</dt><dd>{device?.firmware ?? unknown}</dd></div>
        <div><dt>{t.counters}</dt><dd>{device && device.asked > 0 ? t.answered(count(device.answered), count(device.asked)) : failed ? '–' : t.notAsked}</dd></div>
        <div><dt>{t.lost} / {t.corrupt} / {t.late}</dt><dd>{device ? `${count(device.lost)} / ${count(device.corrupt)} / ${count(device.late)}` : '–'}</dd></div>
      </dl>
      <div class="buttons">
        <VerbButton verb="BLINK" strings={[string.id]} onClick={() => void find()}>{t.blink}</VerbButton>
        <span role="status" class="soft">{note}</span>
      </div>
    </section>
  );
}
