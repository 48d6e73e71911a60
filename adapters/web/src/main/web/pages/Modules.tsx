// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { DeviceTable } from '../modules/DeviceTable';
import type { Calibration, LineDevice, LineWork } from '../modules/model';
import { Replacements } from '../modules/Replacements';
import { SwitchgearList } from '../modules/SwitchgearList';
import { WorkButtons } from '../modules/WorkButtons';
import { WorkReport } from '../modules/WorkReport';
import { lineDown } from '../findings';
import { FindingLine } from '../parts/Findings';
import { post, reason } from '../state/api';
import { useCell } from '../state/cell';
import type { Site } from '../state/model';
import { health, site } from '../state/site';
import { link, route } from '../state/route';
import { usePoll } from '../state/usePoll';
import { text } from '../text';

/** Type of a relay module in the list of devices. */
const RELAYS = 'relays and inputs';
const WORK_MILLIS = 700, DEVICES_MILLIS = 5_000, CALIBRATIONS_MILLIS = 30_000;

/** The battery modules of a line: find, address, check, calibrate and replace them. */
export function Modules() {
  const here = useCell(site);
  const words = useCell(route);
  const t = text();
  const line = here?.lines.find(each => each === words[1]) ?? here?.lines[0];
  return (
    <>
      <h1>{t.pages.modules}</h1>
      {here && here.lines.length > 1 && (
        <nav class="tabs" aria-label={t.pages.lines}>
          {here.lines.map(each => (
            <a key={each} href={link('modules', each)} aria-current={each === line ? 'page' : undefined}>{t.modules.line} {each}</a>
          ))}
        </nav>
      )}
      <Replacements />
      {line !== undefined && <LineModules key={line} line={line} />}
    </>
  );
}

/** The strings that have a module on a line: it is theirs. */
function stringsOf(here: Site | null, line: string): string[] {
  return (here?.strings ?? []).filter(string => string.blocks.some(block => block.line === line)).map(string => string.id);
}

function LineModules({ line }: { line: string }) {
  const [failure, setFailure] = useState('');
  const here = useCell(health)?.lines.find(each => each.line === line);
  const t = text().modules;
  const strings = stringsOf(useCell(site), line);
  const path = `/lines/${encodeURIComponent(line)}`;
  const work = usePoll<LineWork>(`${path}/work`, WORK_MILLIS);
  const devices = usePoll<{ devices: LineDevice[] }>(`${path}/modules`, DEVICES_MILLIS);
  const calibrations = usePoll<{ calibrations: Calibration[] }>('/calibrations', CALIBRATIONS_MILLIS);
  const act = async (where: string, body: unknown) => {
    setFailure('');
    try {
      await post(path + where, body);
    } catch (problem) {
      setFailure(reason(problem));
    }
    work.again();
  };
  return (
    <>
      {here && !here.up && here.problem && <FindingLine finding={lineDown(line, here.problem)} />}
      <WorkButtons strings={strings} running={work.value?.state === 'RUNNING'} onStart={order => void act('/work', order)} />
      {failure !== '' && <p role="alert" class="failure">{failure}</p>}
      {work.value && <WorkReport work={work.value} strings={strings} onStop={() => void act('/work/stop', {})} />}
      <section>
        {devices.value
          ? <DeviceTable line={line} strings={strings} devices={devices.value.devices} down={here?.up === false} onCalibrated={calibrations.again}
              calibrations={new Map((calibrations.value?.calibrations ?? []).map(each => [each.block, each]))} />
          : <><h2>{t.devices}</h2><p class="soft">{devices.failure || t.reading}</p></>}
      </section>
      {devices.value?.devices.some(device => device.type === RELAYS) && <SwitchgearList line={line} />}
      <LedLegend />
    </>
  );
}

function LedLegend() {
  const t = text().modules;
  return (
    <details class="legend">
      <summary>{t.ledTitle}</summary>
      <dl>{t.leds.map(([shows, means]) => [<dt key={shows}>{shows}</dt>, <dd key={means}>{means}</dd>])}</dl>
    </details>
  );
}
