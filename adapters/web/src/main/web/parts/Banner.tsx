// SPDX-License-Identifier: Apache-2.0
import { findings } from '../findings';
import { useCell } from '../state/cell';
import { health, images, replacements, serverNow, site } from '../state/site';
import { text } from '../text';
import { SHAPE_OF_PRIORITY } from './Icon';

/** On every page: how many findings of each priority stand, and the most urgent one in words. */
export function Banner() {
  const here = useCell(site);
  const now = useCell(images);
  const state = useCell(health);
  const questions = useCell(replacements);
  if (!here) return <div class="banner" />;
  const found = findings(here, now, state, questions, serverNow());
  const first = found[0];
  return (
    <div class="banner" role="status">
      {[1, 2, 3].map(priority => {
        const many = found.filter(finding => finding.priority === priority).length;
        return (
          <span key={priority} class={many > 0 ? `lamp p${priority}` : 'lamp'}>
            <span aria-hidden="true">{SHAPE_OF_PRIORITY[priority]}</span>
            <span class="hidden">{text().priorities[priority]}: </span>
            {many}
          </span>
        );
      })}
      {first && <a class="first" href={first.href} title={first.sentence}>{first.sentence}</a>}
    </div>
  );
}
