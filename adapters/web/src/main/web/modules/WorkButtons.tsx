// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { Confirm } from '../parts/Confirm';
import { text } from '../text';

interface Props {
  running: boolean;
  /** Starts work of a kind. */
  onStart: (order: Record<string, unknown>) => void;
}

const ROUNDS = 10;

/** What can be done with all devices of a line. */
export function WorkButtons({ running, onStart }: Props) {
  const [asks, setAsks] = useState<'addressing' | 'reset' | null>(null);
  const t = text().modules;
  return (
    <div class="buttons">
      <button disabled={running} onClick={() => onStart({ kind: 'scan' })}>{t.scan}</button>
      <button disabled={running} onClick={() => setAsks('addressing')}>{t.addressing}</button>
      <button disabled={running} onClick={() => onStart({ kind: 'line-check', rounds: ROUNDS })}>{t.lineCheck}</button>
      <button disabled={running} onClick={() => setAsks('reset')}>{t.reset}</button>
      {asks === 'addressing' && (
        <Confirm title={t.addressing} yes={t.start} onNo={() => setAsks(null)}
          onYes={() => { setAsks(null); onStart({ kind: 'addressing' }); }}>
          <ol class="steps">{t.addressingSteps.map(step => <li key={step}>{step}</li>)}</ol>
        </Confirm>
      )}
      {asks === 'reset' && (
        <Confirm title={t.reset} yes={t.resetYes} onNo={() => setAsks(null)}
          onYes={() => { setAsks(null); onStart({ kind: 'reset-addresses', confirm: 'RESET' }); }}>
          <p>{t.resetConsequence}</p>
        </Confirm>
      )}
    </div>
  );
}
