// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';
import { withAlarms } from '../alarms/findings';
import { PRIORITIES } from '../alarms/model';
import { numberOf } from '../alarms/order';
import { Lamps } from '../batteries/Lamps';
import { TILE_UNIT } from '../batteries/reading';
import { Strip } from '../batteries/Strip';
import { rereadPalette } from '../canvas/palette';
import { calmSentences, findings } from '../findings';
import { amps, celsius, clockWithZone, millivolts, stringVolts } from '../format';
import { ConnectionNote } from '../parts/ConnectionNote';
import { FindingLine } from '../parts/Findings';
import { TripStrip } from '../parts/TripStrip';
import { useFittingScale } from '../parts/useFittingScale';
import { OUTLINE_OF_PRIORITY, SHAPE_OF_PRIORITY } from '../parts/Icon';
import { alarms, summary } from '../state/alarms';
import { useCell } from '../state/cell';
import { health, images, replacements, serverNow, site } from '../state/site';
import { go } from '../state/route';
import { text } from '../text';

const SENTENCES = 3, BRIEF = 2;
const STRIP_SCALE = 1.6;
/** More strings than that are shown by their lamps and figures alone. */
const FEW_STRINGS = 6;
/** The first at which all strings are on the screen at once is taken. */
const LAMP_SCALES = [2, 1.6, 1.25, 1, 0.8];

/** The site from four metres: large, without controls; Esc or a touch on its name leads back. */
export function Wall() {
  const here = useCell(site);
  const now = useCell(images);
  const state = useCell(health);
  const questions = useCell(replacements);
  const list = useCell(alarms);
  const t = text();
  useEffect(() => {
    document.documentElement.dataset.wall = '';
    rereadPalette();
    document.title = `${t.pages.wall} · ${here?.name ?? 'Evenfloat'}`;
    const press = (event: KeyboardEvent) => { if (event.key === 'Escape') go('overview'); };
    addEventListener('keydown', press);
    return () => {
      delete document.documentElement.dataset.wall;
      rereadPalette();
      removeEventListener('keydown', press);
    };
  }, [here, t]);
  const found = here ? withAlarms(findings(here, now, state, questions, serverNow()), list) : [];
  const blocks = here?.strings.reduce((sum, string) => sum + string.blocks.length, 0) ?? 0;
  const few = (here?.strings.length ?? 0) <= FEW_STRINGS;
  const main = useRef<HTMLElement>(null);
  const scale = useFittingScale(main, LAMP_SCALES.slice(firstScale(blocks)));
  const sentences = found.length > 0 ? found : here ? calmSentences(here, now) : [];
  return (
    <main class="wall" id="main" ref={main}>
      <ConnectionNote />
      <TripStrip />
      <header>
        <h1><a href="#/overview">{here?.name ?? 'Evenfloat'}</a></h1>
        <Counts />
        <span class="clock">{here ? clockWithZone(serverNow()) : ''}</span>
      </header>
      <section class="sentences" aria-label={t.pages.overview}>
        {sentences.slice(0, few ? SENTENCES : BRIEF).map(sentence => <FindingLine key={sentence.href + sentence.sentence} finding={sentence} />)}
      </section>
      <div class={few ? 'tiles' : 'tiles many'}>
        {(here?.strings ?? []).map(string => {
          const image = now.get(string.id);
          const status = image?.status;
          return (
            <section key={string.id} class="card">
              <h2>{string.name} <small>{status && t.states[status.state]}{status && few && ` · ${t.blocks(string.blocks.length)} in\u00a0${TILE_UNIT.voltage}`}</small></h2>
              {few && image && status && <Strip string={string} image={image} scale={STRIP_SCALE} />}
              {image && <Lamps string={string} image={image} scale={scale} ofAll={blocks} />}
              <dl class="facts">
                <div><dt>{t.overview.total}</dt><dd>{stringVolts(status?.totalMillivolts)}</dd></div>
                <div><dt>{t.overview.spread}</dt><dd>{millivolts(status?.spreadMillivolts)}</dd></div>
                {string.currentSensor && <div><dt>{t.overview.current}</dt><dd>{amps(status?.currentMilliamps)}</dd></div>}
                {string.ambientSensor && <div><dt>{t.overview.air}</dt><dd>{celsius(status?.ambientCentidegrees)}</dd></div>}
              </dl>
            </section>
          );
        })}
      </div>
    </main>
  );
}

/** Few blocks are drawn larger, so that the wall is filled; more than fit with their figures become plain lamps. */
function firstScale(blocks: number): number {
  return blocks <= 40 ? 0 : blocks <= 80 ? 1 : blocks <= 160 ? 2 : 3;
}

/** How many alarms stand, of each priority; nothing on a calm site. */
function Counts() {
  const now = useCell(summary);
  const t = text();
  if (now === null) return null;
  return (
    <span class="lamps">
      {PRIORITIES.filter(priority => now.counts[priority].standing > 0).map(priority => {
        const number = numberOf(priority), open = now.counts[priority].unacknowledged > 0;
        return (
          <span key={priority} class={`lamp p${number}${open ? ' open' : ''}`}>
            <span aria-hidden="true">{(open ? SHAPE_OF_PRIORITY : OUTLINE_OF_PRIORITY)[number]}</span> {now.counts[priority].standing} {t.priorities[number]}
          </span>
        );
      })}
    </span>
  );
}
