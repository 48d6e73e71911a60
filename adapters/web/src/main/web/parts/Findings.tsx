// SPDX-License-Identifier: Apache-2.0
import type { Said } from '../alarms/findings';
import { text } from '../text';
import { OUTLINE_OF_PRIORITY, SHAPE_OF_PRIORITY } from './Icon';
import { Sentence } from './Sentence';

/** One finding as a sentence that leads to the place. */
export function FindingLine({ finding }: { finding: Said }) {
  return (
    <a class={`finding p${finding.priority}`} href={finding.href}>
      <span class="shape" aria-hidden="true">{(finding.known ? OUTLINE_OF_PRIORITY : SHAPE_OF_PRIORITY)[finding.priority]}</span>
      <span class="hidden">{text().priorities[finding.priority]}: </span>
      <span><Sentence of={finding.sentence} />{finding.response && <span class="response"> {finding.response}</span>}</span>
    </a>
  );
}
