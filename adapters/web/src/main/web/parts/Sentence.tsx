// SPDX-License-Identifier: Apache-2.0

/** A name with a hyphen before a figure, as blocks have: A1-3. */
const NAME = /(\S*[^\s-]-\d\S*)/;

/** A sentence whose names of blocks stay in one piece while there is room for them. */
export function Sentence({ of }: { of: string }) {
  return <>{of.split(NAME).map((piece, i) => (i % 2 === 0 ? piece : <span key={i} class="name">{piece}</span>))}</>;
}
