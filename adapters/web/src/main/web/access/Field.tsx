// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  onValue: (value: string) => void;
  name?: string;
  type?: 'text' | 'password' | 'number';
  /** What a password manager puts there. */
  autoComplete?: string;
  inputMode?: 'numeric';
  autoFocus?: boolean;
  hint?: string;
}

/** A labelled input, one below the other. */
export function Field({ label, value, onValue, name, type = 'text', autoComplete = 'off', inputMode, autoFocus, hint }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, []);
  return (
    <label class="field">
      <span>{label}{hint && <small> {hint}</small>}</span>
      <input ref={input} name={name} type={type} value={value} autoComplete={autoComplete} inputMode={inputMode}
        autoCapitalize="none" spellcheck={false} onInput={event => onValue(event.currentTarget.value)} />
    </label>
  );
}
