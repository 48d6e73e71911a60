// SPDX-License-Identifier: Apache-2.0
import { withAlarms } from '../alarms/findings';
import type { Said } from '../alarms/findings';
import { Strip } from '../batteries/Strip';
import { calmSentences, findings } from '../findings';
import { amps, blockVolts, celsius, millivolts, stringVolts, when } from '../format';
import { FindingLine } from '../parts/Findings';
import { alarms } from '../state/alarms';
import { useCell } from '../state/cell';
import type { BatteryString, StringImage } from '../state/model';
import { events, health, images, replacements, serverNow, site } from '../state/site';
import { link } from '../state/route';
import { text } from '../text';

const SENTENCES = 8;
const EVENTS = 12;

/** The site in one sentence, its strings, and what happened last. */
export function Overview() {
  const here = useCell(site);
  const now = useCell(images);
  const state = useCell(health);
  const questions = useCell(replacements);
  const list = useCell(alarms);
  const t = text();
  if (!here) return <h1>{t.pages.overview}</h1>;
  const found = withAlarms(findings(here, now, state, questions, serverNow()), list);
  const calm = calmSentences(here, now);
  const line = (finding: Said) => <FindingLine key={finding.href + finding.sentence} finding={finding} />;
  return (
    <div class="overview">
      <h1 class="hidden">{t.pages.overview}</h1>
      <section class="sentences" aria-label={t.pages.overview}>
        {saidOnce(found.slice(0, SENTENCES)).map(line)}
        {found.length > SENTENCES && <a class="soft" href={link('alarms')}>{t.findings.more(found.length - SENTENCES)}</a>}
        {calm.slice(0, Math.max(1, SENTENCES - found.length)).map(line)}
      </section>
      <section>
        <h2>{t.overview.strings}</h2>
        <div class="cards wide">
          {here.strings.map(string => <StringCard key={string.id} string={string} image={now.get(string.id)} />)}
        </div>
      </section>
      <LastEvents />
    </div>
  );
}

/** What is to be done is said once where the one after the other asks for the same. */
function saidOnce(found: Said[]): Said[] {
  return found.map((each, i) => (each.response === found[i - 1]?.response ? { ...each, response: '' } : each));
}

function StringCard({ string, image }: { string: BatteryString; image: StringImage | undefined }) {
  const t = text();
  const status = image?.status;
  const place = (block: number | null | undefined) => (block === null || block === undefined ? '' : `${t.block} ${block}`);
  return (
    <a class="card string" href={link('batteries', string.id)}>
      <header>
        <h3>{string.name}</h3>
        <span class="state">{status ? t.states[status.state] : ''}
          {status?.stateSinceMillis ? ` ${t.since(when(status.stateSinceMillis, serverNow()))}` : ''}</span>
      </header>
      {image && status && image.sampledAtMillis !== null
        ? (
          <>
            <Strip string={string} image={image} />
            <dl class="facts">
              <div><dt>{t.overview.mean}</dt><dd>{blockVolts(status.meanMillivolts)}</dd></div>
              <div><dt>{t.overview.spread}</dt><dd>{millivolts(status.spreadMillivolts)}</dd></div>
              <div><dt>{t.overview.lowest}</dt><dd>{blockVolts(status.lowestMillivolts)}<small>{place(status.lowestBlock)}</small></dd></div>
              <div><dt>{t.overview.total}</dt><dd>{stringVolts(status.totalMillivolts)}</dd></div>
              <div><dt>{t.overview.current}</dt><dd>{string.currentSensor ? amps(status.currentMilliamps) : t.overview.noCurrentSensor}</dd></div>
              <div><dt>{t.overview.air}</dt><dd>{string.ambientSensor ? celsius(status.ambientCentidegrees) : t.overview.noAmbientSensor}</dd></div>
            </dl>
            <p class="soft">
              {t.overview.measured(status.goodBlocks, string.blocks.length)} · {t.batteries.equalizing}: {
                status.convergedSinceMillis !== null
                  ? t.overview.converged(when(status.convergedSinceMillis, serverNow()))
                  : t.phases[status.phase] ?? status.phase}
            </p>
          </>
        )
        : <p class="soft empty">{t.findings.noValues}</p>}
    </a>
  );
}

function LastEvents() {
  const last = useCell(events);
  const t = text().overview;
  return (
    <section>
      <h2>{t.lastEvents}</h2>
      {last !== null && last.length === 0 && <p class="soft">{t.noEvents}</p>}
      <ol class="events">
        {(last ?? []).slice(0, EVENTS).map(event => (
          <li key={`${event.atMillis} ${event.kind} ${event.subject}`}>
            <time dateTime={new Date(event.atMillis).toISOString()}>{when(event.atMillis, serverNow())}</time>
            <span>{event.text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
