// SPDX-License-Identifier: Apache-2.0
import { text } from '../text';
import type { Limits } from './model';
import { degrees, kelvins, ratio, slope } from './words';

/** The rules by which strings are judged, with limits and where these come from. */
export function RuleTable({ limits }: { limits: Limits }) {
  const { paper } = text().safety;
  const c = paper.columns;
  const values = [
    `${kelvins(limits.warnKelvin)}; ${paper.afterDischarge(kelvins(limits.warnRecentKelvin))}`,
    `${kelvins(limits.alarmKelvin)}; ${paper.afterDischarge(kelvins(limits.alarmRecentKelvin))}`,
    degrees(limits.alarmCelsius), `× ${ratio(limits.alarmRatio)}`,
    `${kelvins(limits.tripKelvin)}; ${paper.afterDischarge(kelvins(limits.tripRecentKelvin))}; ${slope(limits.tripKelvinPerHour)}`,
    degrees(limits.tripCelsius), `× ${ratio(limits.tripRatio)}; ${kelvins(limits.tripMedianKelvin)}; ${slope(limits.tripMedianKelvinPerHour)}`,
    `${degrees(limits.widespreadCelsius)}; ${kelvins(limits.widespreadKelvin)}; ${slope(limits.widespreadKelvinPerHour)}; ≥ ${limits.severalBlocks}`];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={paper.rules}>
      <table>
        <thead><tr>{[c.rule, c.limit, c.source].map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>{paper.ruleRows.map((rule, i) => <tr key={rule}><th scope="row">{rule}</th><td>{values[i]}</td><td>{paper.sources[i]}</td></tr>)}</tbody>
      </table>
    </div>
  );
}
