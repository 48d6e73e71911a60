// SPDX-License-Identifier: Apache-2.0
import { when } from '../format';
import { link } from '../state/route';
import { serverNow } from '../state/site';
import { usePoll } from '../state/usePoll';
import { text } from '../text';
import type { Breaker, RelayModule, Switchgear } from './model';

const SWITCHGEAR_MILLIS = 3_000;

/** Relays and inputs of a line, and the breakers of the site. Looking only: no page switches a relay. */
export function SwitchgearList({ line }: { line: string }) {
  const { value, failure } = usePoll<Switchgear>('/switchgear', SWITCHGEAR_MILLIS);
  if (!value) return failure === '' ? null : <p class="soft">{failure}</p>;
  const modules = value.relayModules.filter(module => module.line === line);
  return (
    <>
      {modules.map(module => <Module key={module.id} module={module} />)}
      {modules.length > 0 && value.breakers.length > 0 && <Breakers all={value.breakers} />}
    </>
  );
}

function Module({ module }: { module: RelayModule }) {
  const t = text().switchgear;
  const known = module.quality !== 'MISSING';
  return (
    <section>
      <h2>{t.module(module.id)}</h2>
      <p class="soft">{seen(module)}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={t.module(module.id)}><table class="list">
        <thead><tr>{[t.terminal, t.use, t.state].map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {module.relays.map(relay => (
            <tr key={`r${relay.relay}`}>
              <th scope="row">{t.relay(relay.relay)}</th>
              <td>{use(relay.use)}</td>
              <td>{!known ? '–' : relay.pulsing ? t.pulsing : relay.energised ? t.energised : t.released}</td>
            </tr>
          ))}
          {module.inputs.map(input => (
            <tr key={`i${input.input}`}>
              <th scope="row">{t.input(input.input)}</th>
              <td>{input.name}</td>
              <td>{!known ? '–' : input.on ? t.on : t.off}</td>
            </tr>
          ))}
        </tbody>
      </table></div>
    </section>
  );
}

function Breakers({ all }: { all: Breaker[] }) {
  const t = text().switchgear;
  return (
    <section>
      <h2>{t.breakers}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={t.breakers}><table class="list">
        <thead><tr>{[t.breaker, t.strings, t.state, t.seen].map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>{all.map(breaker => (
          <tr key={breaker.id} class={breaker.position === 'OPEN' ? 'silent' : ''}>
            <th scope="row">{breaker.id}</th>
            <td>{breaker.strings.map((string, i) => <>{i > 0 && ', '}<a key={string} href={link('batteries', string)}>{string}</a></>)}</td>
            <td>{breaker.quality === 'MISSING' ? t.positions.UNKNOWN : t.positions[breaker.position]}</td>
            <td>{seen(breaker)}</td>
          </tr>
        ))}</tbody>
      </table></div>
    </section>
  );
}

/** What a relay is bound to, in words. */
function use(bound: string): string {
  const t = text().switchgear;
  if (bound.startsWith('breaker ')) return t.ofBreaker(bound.slice('breaker '.length));
  return bound === 'the alarm contact' ? t.alarmContact : bound === 'the buzzer' ? t.buzzer : bound || t.free;
}

/** How fresh it is, in words. */
function seen({ quality, seenAtMillis }: { quality: string; seenAtMillis: number | null }): string {
  const t = text().switchgear;
  if (quality === 'GOOD') return t.now;
  return seenAtMillis === null ? t.never : t.last(when(seenAtMillis, serverNow()));
}
