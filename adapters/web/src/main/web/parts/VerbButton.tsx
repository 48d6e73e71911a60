// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren, JSX } from 'preact';
import { access, whyNot } from '../state/access';
import { useCell } from '../state/cell';

interface Props extends JSX.HTMLAttributes<HTMLButtonElement> {
  /** What it does to the server, as the server names it. */
  verb: string;
  /** Strings that it is done to; none for the site as a whole. */
  strings?: string[];
  disabled?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** A button for those who may; for others it says what is missing. */
export function VerbButton({ verb, strings, disabled, title, children, ...rest }: Props) {
  const why = whyNot(useCell(access), verb, strings);
  return (
    <button {...rest} disabled={disabled || why !== ''} title={why || title} aria-description={why || undefined}>{children}</button>
  );
}
