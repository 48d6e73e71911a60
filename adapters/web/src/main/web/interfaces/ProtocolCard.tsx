// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from 'preact/hooks';
import { count, tick, when } from '../format';
import { serverNow } from '../state/site';
import { text } from '../text';
import { perSecond, runnable } from './model';
import type { Client, Interface, Status } from './model';

/** How one protocol is doing. */
export function ProtocolCard({ protocol }: { protocol: Interface }) {
  return protocol.status ? <Served protocol={protocol} status={protocol.status} /> : <Off protocol={protocol} />;
}

/** What to write into the site file for a protocol that is off. */
function Off({ protocol }: { protocol: Interface }) {
  const t = text().interfaces;
  return (
    <section class="card protocol" data-protocol={protocol.id}>
      <header><h2>{protocol.name}</h2><span class="state">{t.states.OFF}</span></header>
      <p>{t.howOn(protocol.name)}</p>
      <pre class="example" tabIndex={0} aria-label={t.example(protocol.name)}>{t.examples[protocol.id] ?? `${protocol.id}:\n  enabled: true`}</pre>
    </section>
  );
}

function Served({ protocol, status }: { protocol: Interface; status: Status }) {
  const t = text().interfaces;
  const rate = useRate(status);
  const failed = protocol.state === 'FAILED';
  const facts: [string, string][] = [
    [t.where, status.places.map(place => place.where).join('; ')],
    [t.readers, status.admitted.length === 0 ? t.everybody : status.admitted.join(', ')],
    [t.writers, status.writers.length === 0 ? t.nobody : status.writers.map(writer =>
      `${writer.name}${writer.from === '' ? '' : ` (${writer.from})`}: ${writer.may.map(each => t.may[each] ?? each).join(', ')}`).join('; ')],
    [t.requests, rate === null ? count(status.requests) : t.soMany(count(status.requests), tick(rate, rate < 10 ? 1 : 0))],
    ...known(t.refused, status.refused), ...known(t.connections, status.connections),
    [t.turnedAway, count(status.turnedAway)],
    [t.lastError, status.lastError === null ? t.none : `${when(status.lastError.atMillis, serverNow())}: ${status.lastError.text}`],
  ];
  return (
    <section class={`card protocol line ${failed ? 'down' : ''}`} data-protocol={protocol.id}>
      <header><h2>{protocol.name}</h2><span class="state">{failed ? `◆ ${t.states.FAILED}` : t.states.SERVING}</span></header>
      {status.places.filter(place => place.problem !== null).map(place => (
        <p key={place.where} class="failure">{place.where}: {place.problem}</p>
      ))}
      <div class="halves">
        <dl class="pairs">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        <div>
          <h3>{t.clients}</h3>
          <Clients of={protocol.name} clients={status.clients} errors={status.refused !== null} />
          <h3>{t.tryIt}</h3>
          {status.commands.map(command => <Command key={command} command={runnable(command, location.hostname)} />)}
          {status.commands.some(command => /\bPORT\b/.test(command)) && <p class="soft">{t.ownPort}</p>}
          <h3>{t.map}</h3>
          <p class="buttons">
            {(['csv', 'md', 'json'] as const).map(form => (
              <a key={form} class="button" download href={`/api/v1/interfaces/${protocol.id}/map?as=${form}`}
                aria-label={t.download(protocol.name, t.forms[form])}>{t.forms[form]}</a>
            ))}
          </p>
        </div>
      </div>
    </section>
  );
}

function known(name: string, value: number | null): [string, string][] {
  return value === null ? [] : [[name, count(value)]];
}

/** Requests a second since the answer before. */
function useRate(status: Status): number | null {
  const last = useRef({ status, at: performance.now(), rate: null as number | null });
  if (last.current.status !== status) {
    const at = performance.now();
    last.current = { status, at, rate: perSecond(last.current.status.requests, status.requests, at - last.current.at) };
  }
  return last.current.rate;
}

function Clients({ of, clients, errors }: { of: string; clients: Client[]; errors: boolean }) {
  const t = text().interfaces;
  if (clients.length === 0) return <p class="soft">{t.noClients}</p>;
  return (
    <div class="scroll clients" tabIndex={0} role="region" aria-label={t.clientsOf(of)}>
      <table class="list">
        <thead><tr>{t.clientColumns.map((name, i) => (i !== 4 || errors)
          && <th key={name} scope="col" class={i > 2 && i < 5 ? 'number' : ''}>{name}</th>)}</tr></thead>
        <tbody>{clients.map(client => (
          <tr key={`${client.address} ${client.how} ${client.who}`}>
            <th scope="row">{client.address === '' ? t.others : client.address}</th>
            <td>{client.address === '' ? '' : client.who}</td>
            <td>{client.how}{client.connections > 0 && <span class="soft"> {t.open(count(client.connections))}</span>}</td>
            <td class="number">{count(client.requests)}</td>
            {errors && <td class="number">{count(client.refused)}</td>}
            <td>{client.lastAtMillis === null ? t.never : when(client.lastAtMillis, serverNow())}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

function Command({ command }: { command: string }) {
  const [copied, setCopied] = useState(false);
  const t = text().access;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(command);
      setCopied(true);
    } catch {
      setCopied(false); // not every browser lets a page copy: the words can be marked by hand
    }
  };
  return (
    <div class="command">
      <code>{command.split(/ (?=-)/).map((option, i) => [i > 0 && ' ', <span key={i}>{option}</span>])}</code>
      <button aria-label={`${t.copy}: ${command}`} onClick={() => void copy()}>{copied ? t.copied : t.copy}</button>
    </div>
  );
}
