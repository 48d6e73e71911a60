// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { Confirm } from '../parts/Confirm';
import { VerbButton } from '../parts/VerbButton';
import { text } from '../text';

interface Props {
  running: boolean;
  /** Strings that have a module on this line. */
  strings: string[];
  /** Starts work of a kind. */
  onStart: (order: Record<string, unknown>) => void;
}

const ROUNDS = 10;

/** What can be done with all devices of a line. */
export function WorkButtons({ running, strings, onStart }: Props) {
  const [asks, setAsks] = useState<'addressing' | 'reset' | null>(null);
  const t = text().modules;
  return (
    <div class="buttons">
      <VerbButton verb="WORK_ON_LINE" strings={strings} disabled={running} onClick={() => onStart({ kind: 'scan' })}>{t.scan}</VerbButton>
      <VerbButton verb="ADDRESS_MODULES" strings={strings} disabled={running} onClick={() => setAsks('addressing')}>{t.addressing}</VerbButton>
      <VerbButton verb="WORK_ON_LINE" strings={strings} disabled={running} onClick={() => onStart({ kind: 'line-check', rounds: ROUNDS })}>{t.lineCheck}</VerbButton>
      <VerbButton verb="RESET_ADDRESSES" strings={strings} disabled={running} onClick={() => setAsks('reset')}>{t.reset}</VerbButton>
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
