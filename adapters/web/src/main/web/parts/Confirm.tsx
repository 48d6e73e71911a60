// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../text';

interface Props {
  title: string;
  /** The word on the button that does it. */
  yes: string;
  onYes: () => void;
  onNo: () => void;
  disabled?: boolean;
  children: ComponentChildren;
}

/** Asks before something is done that a person should think about; says the consequence in words. */
export function Confirm({ title, yes, onYes, onNo, disabled, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-label={title} onClose={onNo}>
      <header><h2>{title}</h2></header>
      <form method="dialog" onSubmit={event => { event.preventDefault(); onYes(); }}>
        {children}
        <div class="buttons end">
          <button type="button" onClick={() => dialog.current?.close()}>{text().cancel}</button>
          <button type="submit" class="strong" disabled={disabled}>{yes}</button>
        </div>
      </form>
    </dialog>
  );
}
