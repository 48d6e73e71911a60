// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { date } from '../format';
import { Confirm } from '../parts/Confirm';
import { post, reason } from '../state/api';
import { usePoll } from '../state/usePoll';
import { text } from '../text';
import { Field } from './Field';
import { GrantFields } from './GrantFields';
import { grantWords, higher } from './model';
import type { Grants, Token } from './model';

const AGAIN_MILLIS = 10_000;
const USUAL_DAYS = '365';

/** What scripts show instead of a password. */
export function Tokens() {
  const [adds, setAdds] = useState(false);
  const [removes, setRemoves] = useState<string | null>(null);
  const [fresh, setFresh] = useState<{ name: string; token: string } | null>(null);
  const [note, setNote] = useState('');
  const tokens = usePoll<{ tokens: Token[] }>('/tokens', AGAIN_MILLIS);
  const t = text().access;
  const remove = async (name: string) => {
    setRemoves(null);
    try {
      await post(`/tokens/${encodeURIComponent(name)}/remove`, {});
      setNote(t.done.remove(name));
    } catch (problem) {
      setNote(reason(problem));
    }
    tokens.again();
  };
  return (
    <section>
      <header><h2>{t.tokens}</h2><button onClick={() => setAdds(true)}>{t.addToken}</button></header>
      <p class="note" role="status">{tokens.failure || note}</p>
      {fresh && <Fresh name={fresh.name} token={fresh.token} onClose={() => setFresh(null)} />}
      <div class="scroll tall" tabIndex={0} role="region" aria-label={t.tokens}>
        <table class="list">
          <thead><tr>{[t.name, t.role, t.createdBy, t.expires, t.actions].map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {tokens.value?.tokens.length === 0 && <tr><td colSpan={5}>{t.noTokens}</td></tr>}
            {(tokens.value?.tokens ?? []).map(token => (
              <tr key={token.name}>
                <th scope="row">{token.name}</th><td>{grantWords(token, t.roles)}</td><td>{token.createdBy}</td><td>{date(token.expiresAtMillis)}</td>
                <td><button onClick={() => setRemoves(token.name)} aria-label={t.removeToken(token.name)}>{t.remove}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {adds && <Add onNo={() => setAdds(false)} onMade={made => { setAdds(false); setFresh(made); tokens.again(); }} />}
      {removes !== null && (
        <Confirm title={t.removeToken(removes)} yes={t.remove} onYes={() => void remove(removes)} onNo={() => setRemoves(null)}>
          <p>{t.removeTokenMeans}</p>
        </Confirm>
      )}
    </section>
  );
}

function Add({ onMade, onNo }: { onMade: (made: { name: string; token: string }) => void; onNo: () => void }) {
  const [name, setName] = useState('');
  const [grants, setGrants] = useState<Grants>({ role: 'view', strings: {} });
  const [days, setDays] = useState(USUAL_DAYS);
  const [failure, setFailure] = useState('');
  const t = text().access;
  const send = async () => {
    try {
      onMade(await post('/tokens', { name: name.trim(), role: grants.role, strings: higher(grants), days: Number(days) }));
    } catch (problem) {
      setFailure(reason(problem));
    }
  };
  return (
    <Confirm title={t.addToken} yes={t.add} onYes={() => void send()} onNo={onNo} disabled={name.trim() === '' || !/^\d+$/.test(days)}>
      <Field label={t.name} hint={t.nameRule} value={name} onValue={setName} autoFocus />
      <GrantFields grants={grants} onGrants={setGrants} />
      <Field label={t.days} type="number" inputMode="numeric" value={days} onValue={setDays} />
      <p role="alert" class="failure">{failure}</p>
    </Confirm>
  );
}

function Fresh({ name, token, onClose }: { name: string; token: string; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  const t = text().access;
  const copy = async () => {
    await navigator.clipboard.writeText(token).catch(() => undefined);
    setCopied(true);
  };
  return (
    <div class="card fresh" role="status">
      <p>{t.tokenOnce(name)}</p>
      <code>{token}</code>
      <div class="buttons">
        <button class="strong" onClick={() => void copy()}>{copied ? t.copied : t.copy}</button>
        <button onClick={onClose}>{text().close}</button>
      </div>
    </div>
  );
}
