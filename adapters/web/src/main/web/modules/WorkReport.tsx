// SPDX-License-Identifier: Apache-2.0
import { tick } from '../format';
import { Progress } from '../parts/Progress';
import { VerbButton } from '../parts/VerbButton';
import { text } from '../text';
import type { CheckedDevice, FoundDevice, GivenAddress, LineWork } from './model';
import { typeWords } from './typeWords';

/** What the work on a line does, or what came of it. */
export function WorkReport({ work, strings, onStop }: { work: LineWork; strings: string[]; onStop: () => void }) {
  const t = text().modules;
  if (work.state === 'NONE') return null;
  const running = work.state === 'RUNNING';
  return (
    <section class={`card work ${work.state.toLowerCase()}`} aria-label={t.work}>
      <header>
        <h2>{t.kinds[work.kind ?? 'scan']}: {t.workStates[work.state]}</h2>
        {running && <VerbButton verb="STOP_LINE_WORK" strings={strings} onClick={onStop}>{t.stop}</VerbButton>}
      </header>
      {running ? <Progress done={work.done} total={work.total} words={work.text} /> : <p role="status">{work.text}</p>}
      {running && work.kind === 'addressing' && work.nextAddress !== null && (
        <p class="big next">{t.pressNow(work.nextSubject, work.nextAddress)}</p>
      )}
      {work.given.length > 0 && <Given all={work.given} />}
      {work.devices.length > 0 && <Devices all={work.devices} />}
      {work.checks.length > 0 && <Checks all={work.checks} />}
    </section>
  );
}

function Given({ all }: { all: GivenAddress[] }) {
  const t = text().modules;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t.given}>
      <table class="list">
        <thead><tr><th scope="col">{t.address}</th><th scope="col">{t.subject}</th><th scope="col">{t.serial}</th><th scope="col">{t.note}</th></tr></thead>
        <tbody>{[...all].reverse().map(each => (
          <tr key={each.address}><th scope="row">{each.address}</th><td>{each.subject ?? '–'}</td><td>{each.serial}</td><td>{each.kept ? t.kept : t.ledGreen}</td></tr>
        ))}</tbody>
      </table>
    </div>
  );
}

function Devices({ all }: { all: FoundDevice[] }) {
  const t = text().modules;
  const order = { duplicate: 0, missing: 1, 'no-address': 2, unexpected: 3, expected: 4 };
  const rows = [...all].sort((a, b) => order[a.mark] - order[b.mark] || (a.address ?? 0) - (b.address ?? 0));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t.found}>
      <table class="list">
        <thead><tr><th scope="col">{t.address}</th><th scope="col">{t.subject}</th><th scope="col">{t.type}</th><th scope="col">{t.serial}</th><th scope="col">{t.firmware}</th><th scope="col">{t.note}</th></tr></thead>
        <tbody>{rows.map((each, i) => (
          <tr key={`${each.serial} ${i}`} class={each.mark === 'expected' ? '' : 'abnormal'}>
            <th scope="row">{each.address ?? '–'}</th><td>{each.subject ?? '–'}</td><td>{typeWords(each.type)}{each.typeFits === false ? ` (${t.wrongType})` : ''}</td>
            <td>{each.serial ?? '–'}</td><td>{each.firmware ?? '–'}</td><td>{t.marks[each.mark]}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

function Checks({ all }: { all: CheckedDevice[] }) {
  const t = text().modules;
  const rows = [...all].sort((a, b) => b.lost + b.corrupt - a.lost - a.corrupt || a.address - b.address);
  const millis = (value: number | null) => (value === null ? '–' : `${tick(value, 1)}\u00a0ms`);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t.lineCheck}>
      <table class="list">
        <thead><tr><th scope="col">{t.address}</th><th scope="col">{t.subject}</th><th scope="col">{t.sent}</th><th scope="col">{t.lost}</th><th scope="col">{t.corrupt}</th><th scope="col">{t.time}</th></tr></thead>
        <tbody>{rows.map(each => (
          <tr key={each.address} class={each.lost + each.corrupt > 0 ? 'abnormal' : ''}>
            <th scope="row">{each.address}</th><td>{each.subject}</td><td>{each.sent}</td><td>{each.lost}</td><td>{each.corrupt}</td>
            <td>{millis(each.minMillis)} / {millis(each.meanMillis)} / {millis(each.maxMillis)}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
