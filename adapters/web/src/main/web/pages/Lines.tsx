// SPDX-License-Identifier: Apache-2.0
import { count, duration, tick, when } from '../format';
import type { Line } from '../modules/model';
import { serverNow } from '../state/site';
import { link } from '../state/route';
import { usePoll } from '../state/usePoll';
import { text } from '../text';

const AGAIN_MILLIS = 3_000;

/** Every line: how it is reached, whether it is up, how long a sweep takes, and how its devices answer. */
export function Lines() {
  const t = text();
  const lines = usePoll<{ lines: Line[] }>('/lines', AGAIN_MILLIS);
  return (
    <>
      <h1>{t.pages.lines}</h1>
      {lines.value === null && <p class="soft">{lines.failure || t.lines.reading}</p>}
      <div class="cards lines">
        {(lines.value?.lines ?? []).map(line => <LineCard key={line.line} line={line} />)}
      </div>
    </>
  );
}

function LineCard({ line }: { line: Line }) {
  const t = text().lines;
  const seconds = (millis: number) => `${tick(millis / 1000, 2)}\u00a0s`;
  const counts = line.counts;
  const good = line.up && counts && counts.asked > 0 ? `${tick(Math.floor(1000 * counts.answered / counts.asked) / 10, 1)}\u00a0%` : '–';
  const load = !line.up || line.sweepMillis === null ? null : line.sweepMillis / line.sweepPeriodMillis;
  return (
    <section class={`card line ${line.up ? '' : 'down'}`}>
      <header>
        <h2>{text().modules.line} {line.line}</h2>
        <span class="state">{line.up ? t.up : line.sweeps === 0 && line.problem === null ? t.starting : `▲ ${t.down}`}</span>
      </header>
      {!line.up && line.problem && <p class="failure">{line.problem}</p>}
      <dl class="pairs">
        <div><dt>{t.reached}</dt><dd>{line.serialPort ?? `${line.host}:${line.port}`}</dd></div>
        <div><dt>{t.rate}</dt><dd>{count(line.baud)} Bd</dd></div>
        <div><dt>{t.devices}</dt><dd class="caveat">{t.answering(line.modules - line.missing, line.modules)}{line.missing > 0 && <span aria-hidden="true">{'\u00a0'}◆</span>}</dd></div>
        <div><dt>{t.sweeps}</dt><dd>{count(line.sweeps)}</dd></div>
        <div><dt>{line.up ? t.lastSweep : t.lastTry}</dt><dd>{line.lastSweepAtMillis === null ? t.never : when(line.lastSweepAtMillis, serverNow())}</dd></div>
        <div><dt>{t.period}</dt><dd>{duration(line.sweepPeriodMillis)}</dd></div>
        <div><dt>{t.takes}</dt><dd>{load === null ? '–' : seconds(line.sweepMillis!)}
          {load !== null && <meter aria-label={t.takes} min={0} max={1} high={0.9} value={Math.min(1, load)} />}</dd></div>
        <div><dt>{t.answers}</dt><dd>{good}</dd></div>
        <div><dt>{t.lost}</dt><dd>{counts ? `${count(counts.lost)} / ${count(counts.corrupt)} / ${count(counts.late)}` : '–'}</dd></div>
      </dl>
      <p><a href={link('modules', line.line)}>{t.toModules}</a></p>
    </section>
  );
}
