// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { lineDown } from '../findings';
import { count, dateTime, duration, tick, when } from '../format';
import { FindingLine } from '../parts/Findings';
import { access, may, whyNot } from '../state/access';
import type { Access } from '../state/access';
import { useCell } from '../state/cell';
import { connection, health, serverNow } from '../state/site';
import { usePoll } from '../state/usePoll';
import { text } from '../text';

const AGAIN_MILLIS = 5_000;
const LOG_LINES = 200;
const LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const;

interface SystemAnswer {
  program: { version: string; javaVersion: string; javaVendor: string; pid: number; startedAtMillis: number; uptimeMillis: number };
  machine: { hostName: string | null; operatingSystem: string; architecture: string; cores: number; loadAverage: number | null };
  memory: { heapUsedBytes: number; heapMaxBytes: number; residentBytes: number | null };
  disk: { dataFolder: string; freeBytes: number | null; totalBytes: number | null; historyBytes: number | null; logBytes: number | null };
  clock: { nowMillis: number; synchronised: boolean | null; lastJump: { atMillis: number; text: string } | null };
  contracts: { api: number; historyFormat: number; siteFile: number; moduleBus: number };
}

/** How the server is, on which machine, and what it has written into its log. */
export function System() {
  const t = text();
  const system = usePoll<SystemAnswer>('/system', AGAIN_MILLIS);
  const here = useCell(health);
  const open = useCell(connection).state === 'open';
  const who = useCell(access);
  return (
    <>
      <h1>{t.pages.system}</h1>
      <section class="sentences brief">
        {here && open && (here.good ? <p class="finding p4"><span class="shape" aria-hidden="true">●</span>{t.system.well}</p>
          : <>
            {here.lines.filter(line => !line.up).map(line => <FindingLine key={line.line} finding={lineDown(line.line, line.problem ?? '')} />)}
            {here.problems.filter(each => !each.startsWith('line ')).map(problem => <p key={problem} class="finding p2"><span class="shape" aria-hidden="true">◆</span>{problem}</p>)}
          </>)}
      </section>
      {system.value ? <Facts answer={system.value} /> : <p class="soft">{system.failure || t.system.reading}</p>}
      <LogOf who={who} />
    </>
  );
}

function bytes(value: number | null): string {
  if (value === null) return text().notYet;
  const [divisor, unit] = value < 1e6 ? [1e3, 'kB'] : value < 1e9 ? [1e6, 'MB'] : [1e9, 'GB'];
  return `${tick(value / divisor, value < 1e9 ? 0 : 1)}\u00a0${unit}`;
}

function Facts({ answer }: { answer: SystemAnswer }) {
  const t = text().system;
  const state = useCell(health);
  const { program, machine, memory, disk, clock: time, contracts } = answer;
  const used = disk.totalBytes !== null && disk.freeBytes !== null ? 1 - disk.freeBytes / disk.totalBytes : null;
  const groups: [string, [label: string, value: string, share?: number | null][]][] = [
    [t.program, [
      [t.version, program.version], ['Java', `${program.javaVersion} (${program.javaVendor})`],
      [t.started, dateTime(program.startedAtMillis)], [t.uptime, duration(program.uptimeMillis)], [t.pid, String(program.pid)],
      [t.contracts, t.contractVersions(contracts.api, contracts.historyFormat, contracts.siteFile, contracts.moduleBus)]]],
    [t.machine, [
      [t.host, machine.hostName ?? '–'], [t.os, `${machine.operatingSystem}, ${machine.architecture}`], [t.cores, String(machine.cores)],
      [t.load, machine.loadAverage === null ? '–' : tick(machine.loadAverage, 2)],
      [t.memory, bytes(memory.residentBytes)], [t.heap, `${bytes(memory.heapUsedBytes)} / ${bytes(memory.heapMaxBytes)}`, memory.heapUsedBytes / memory.heapMaxBytes]]],
    [t.disk, [
      [t.folder, disk.dataFolder], [t.space, t.freeOf(bytes(disk.freeBytes), bytes(disk.totalBytes)), used],
      [t.history, bytes(disk.historyBytes)], [t.logs, bytes(disk.logBytes)],
      [t.waiting, state ? t.waitingAndLost(count(state.history.waiting), count(state.history.lost)) : '–']]],
    [t.clock, [
      [t.now, dateTime(serverNow())],
      [t.synchronised, time.synchronised === null ? text().notYet : time.synchronised ? t.yes : t.no],
      [t.jump, time.lastJump === null ? t.none : `${when(time.lastJump.atMillis, serverNow())}: ${time.lastJump.text}`]]],
  ];
  return (
    <div class="cards four">
      {groups.map(([name, facts]) => (
        <section key={name} class="card">
          <h2>{name}</h2>
          <dl class="pairs">{facts.map(([label, value, share]) => (
            <div key={label}><dt>{label}</dt><dd>{value}{typeof share === 'number'
              && <meter aria-label={label} min={0} max={1} high={0.9} value={share} />}</dd></div>
          ))}</dl>
        </section>
      ))}
    </div>
  );
}

/** The log and the bundle, for those who may read them. */
function LogOf({ who }: { who: Access | null }) {
  if (may(who, 'READ_LOG')) return <Log />;
  return <section><h2>{text().system.log}</h2><p class="soft">{whyNot(who, 'READ_LOG')}</p></section>;
}

function Log() {
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('INFO');
  const t = text().system;
  const log = usePoll<{ lines: { atMillis: number; level: string; text: string }[] }>(`/system/log?lines=${LOG_LINES}&level=${level}`, AGAIN_MILLIS);
  return (
    <section>
      <header>
        <h2>{t.log}</h2>
        <div class="buttons">
          <label>{t.level} <select value={level} onChange={event => setLevel(event.currentTarget.value as typeof level)}>
            {LEVELS.map(each => <option key={each}>{each}</option>)}
          </select></label>
          <a class="button" href="/api/v1/system/support-bundle" download>{t.bundle}</a>
        </div>
      </header>
      <p class="soft">{t.bundleHolds}</p>
      <ol class="log" tabIndex={0} aria-label={t.log}>
        {log.value?.lines.length === 0 && <li class="words">{t.emptyLog}</li>}
        {[...(log.value?.lines ?? [])].reverse().map((line, i) => (
          <li key={i} class={line.level.toLowerCase()}><time>{when(line.atMillis, serverNow())}</time><b>{line.level}</b><span>{line.text}</span></li>
        ))}
        {log.value === null && <li class="words">{log.failure || t.reading}</li>}
      </ol>
    </section>
  );
}
