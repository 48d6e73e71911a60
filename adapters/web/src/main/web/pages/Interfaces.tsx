// SPDX-License-Identifier: Apache-2.0
import { ClientView } from '../interfaces/ClientView';
import { ProtocolCard } from '../interfaces/ProtocolCard';
import type { Interface } from '../interfaces/model';
import { useCell } from '../state/cell';
import { route } from '../state/route';
import { usePoll } from '../state/usePoll';
import { text } from '../text';

const AGAIN_MILLIS = 2_000;

/** The protocols by which others read the site: how each is doing, and what its clients see. */
export function Interfaces() {
  const t = text();
  const words = useCell(route);
  const { value, failure } = usePoll<{ interfaces: Interface[] }>('/interfaces', AGAIN_MILLIS);
  const all = value?.interfaces ?? [];
  const served = all.filter(each => each.status !== null);
  const picked = served.find(each => each.id === words[1]) ?? served[0];
  return (
    <>
      <h1>{t.pages.interfaces}</h1>
      <p class="soft about">{value && served.length === 0 ? t.interfaces.allOff : t.interfaces.about}</p>
      {!value && <p class="soft">{failure || t.interfaces.reading}</p>}
      {value && failure !== '' && <p class="failure" role="alert">{failure}</p>}
      <div class="protocols">{all.map(each => <ProtocolCard key={each.id} protocol={each} />)}</div>
      {picked && <ClientView key={picked.id} protocol={picked} all={served} start={words[2] ?? ''} />}
    </>
  );
}
