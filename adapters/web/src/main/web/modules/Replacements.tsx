// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { when } from '../format';
import { VerbButton } from '../parts/VerbButton';
import { post, reason } from '../state/api';
import { useCell } from '../state/cell';
import type { Replacement } from '../state/model';
import { replacements, serverNow, site } from '../state/site';
import { readEvents } from '../state/stream';
import { text } from '../text';

/** Battery modules with a new serial number: was the module replaced, or the block? */
export function Replacements() {
  const all = useCell(replacements);
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{text().modules.replacements}</h2>
      {all.map(each => <Question key={each.block} question={each} />)}
    </section>
  );
}

function Question({ question }: { question: Replacement }) {
  const [failure, setFailure] = useState('');
  const here = useCell(site);
  const t = text().modules;
  const strings = (here?.strings ?? []).filter(each => each.blocks.some(block => block.id === question.block)).map(each => each.id);
  const answer = async (replaced: 'module' | 'block') => {
    try {
      await post(`/replacements/${encodeURIComponent(question.block)}`, { replaced });
      await readEvents();
    } catch (problem) {
      setFailure(reason(problem));
    }
  };
  return (
    <div class="card question">
      <p>{t.replacedWhich(question.block, question.oldSerial, question.newSerial, when(question.sinceMillis, serverNow()))}</p>
      <div class="buttons">
        <VerbButton verb="ANSWER_REPLACEMENT" strings={strings} onClick={() => void answer('module')}>{t.replacedModule}</VerbButton>
        <VerbButton verb="ANSWER_REPLACEMENT" strings={strings} onClick={() => void answer('block')}>{t.replacedBlock}</VerbButton>
      </div>
      <p class="soft">{t.replacedMeans}</p>
      {failure !== '' && <p role="alert" class="failure">{failure}</p>}
    </div>
  );
}
