// SPDX-License-Identifier: Apache-2.0
import { blockVolts, deviation, duration, millivolts } from './format';
import type { BatteryString, Health, Replacement, Site, StringImage } from './state/model';
import { GOOD, MISSING } from './state/model';
import { link } from './state/route';
import { text } from './text';

/** Something that a person should know, most urgent first: 1 urgent, 2 important, 3 to be looked at, 4 information. */
export interface Finding {
  priority: 1 | 2 | 3 | 4;
  sentence: string;
  /** Where to look. */
  href: string;
  /** Whether somebody knows already: an outline instead of a filled shape. */
  known?: boolean;
  /** Ids of the alarms that say the same; all of them stand or are hidden: it is left out. */
  saidBy?: string[];
}

const NAMED = 5;
/** A block this far from the target is not in the band of the equalizer. */
export const BAND_MILLIVOLTS = 10;

/** Everything worth a sentence now; empty when all is calm. */
export function findings(
  site: Site, images: ReadonlyMap<string, StringImage>, health: Health | null, replacements: Replacement[],
  nowMillis: number,
): Finding[] {
  const found: Finding[] = [];
  const t = text().findings;
  const down = new Set<string>();
  for (const line of health?.lines ?? []) {
    if (!line.up && line.problem) {
      down.add(line.line);
      found.push({ ...lineDown(line.line, line.problem), saidBy: [`line-down-alarm/${line.line}`] });
    }
  }
  for (const string of site.strings) {
    const image = images.get(string.id);
    if (image) found.push(...ofString(string, image, down, nowMillis));
  }
  if (health && !health.history.working) {
    found.push({ priority: 2, sentence: t.history(health.history.problem ?? ''), href: link('system'), saidBy: ['history-failing-alarm/server'] });
  }
  for (const question of replacements) {
    found.push({ priority: 3, sentence: t.replaced(question.block), href: link('modules') });
  }
  return found.sort((a, b) => a.priority - b.priority);
}

/** A line that is down; the server's own sentences name it once more. */
export function lineDown(line: string, problem: string): Finding {
  const own = `Line ${line}: `;
  const why = problem.startsWith(own) ? problem.slice(own.length) : problem;
  return { priority: 1, sentence: text().findings.lineDown(line, why), href: link('lines') };
}

function ofString(string: BatteryString, image: StringImage, down: ReadonlySet<string>, nowMillis: number): Finding[] {
  const found: Finding[] = [];
  const t = text().findings;
  const status = image.status;
  const here = link('batteries', string.id);
  if (status.state === 'DISCHARGE' && status.stateSinceMillis !== null) {
    const since = duration(nowMillis - status.stateSinceMillis);
    found.push({
      priority: 2, sentence: t.discharging(string.name, since, blockVolts(status.meanMillivolts)), href: here,
      saidBy: [`discharge-warning/${string.id}`] });
  }
  const missing = string.blocks.filter(
    (block, i) => image.kinds.voltage.quality[i] === MISSING && !down.has(block.line));
  if (missing.length > 0 && image.sampledAtMillis !== null) {
    const first = missing[0]!;
    found.push({
      priority: 2,
      sentence: t.missing(string.name, named(missing.map(block => block.number)), missing.length),
      href: link('batteries', string.id, first.id),
      saidBy: missing.map(block => `module-lost-alarm/${block.id}`),
    });
  }
  for (const { block, remark } of status.notCorrectable) {
    found.push({
      priority: 3, sentence: t.notCorrectable(remark), href: link('batteries', string.id, block),
      saidBy: [`block-not-correctable-warning/${block}`] });
  }
  const silent = new Set(string.blocks
    .filter((block, i) => image.kinds.voltage.quality[i] === MISSING || down.has(block.line)).map(block => block.id));
  for (const { block, remark } of status.excluded) {
    if (silent.has(block)) continue;
    found.push({ priority: 3, sentence: t.excluded(remark), href: link('batteries', string.id, block) });
  }
  if (status.chargerMisSet) {
    const wanted = blockVolts(string.floatMillivoltsPerBlock);
    found.push({
      priority: 3, sentence: t.chargerMisSet(string.name, blockVolts(status.meanMillivolts), wanted), href: here,
      saidBy: [`charger-mis-set-alarm/${string.id}`] });
  }
  return found;
}

/** The first of many by name, and how many more there are. */
export function named(all: (number | string)[], most = NAMED): string {
  const some = all.slice(0, most).join(', ');
  return all.length > most ? `${some} ${text().findings.more(all.length - most)}` : some;
}

/** What there is to say of a site without findings: that all is well, or how far the strings have come. */
export function calmSentences(site: Site, images: ReadonlyMap<string, StringImage>): Finding[] {
  const t = text().findings;
  if (site.strings.length === 0) return [{ priority: 4, sentence: t.noStrings, href: link('system') }];
  const seen = site.strings.filter(string => (images.get(string.id)?.sampledAtMillis ?? null) !== null);
  if (seen.length === 0) return [{ priority: 4, sentence: t.noValues, href: link('lines') }];
  const sentences: Finding[] = [];
  for (const string of seen) {
    const status = images.get(string.id)!.status;
    const lowest = status.lowestBlock;
    if (status.phase === 'CONVERGED' || lowest === null || status.lowestMillivolts === null) continue;
    const middle = status.targetMillivolts ?? status.meanMillivolts ?? status.lowestMillivolts;
    const below = deviation(status.lowestMillivolts - middle);
    const block = string.blocks.find(each => each.number === lowest);
    const href = block ? link('batteries', string.id, block.id) : link('batteries', string.id);
    sentences.push({
      priority: 4,
      sentence: status.phase === 'WORKING'
        ? t.equalizing(string.name, millivolts(status.spreadMillivolts), lowest, below)
        : t.outOfBand(string.name, lowest, below),
      href,
    });
  }
  const blocks = site.strings.reduce((sum, string) => sum + string.blocks.length, 0);
  if (seen.length === site.strings.length && everyBlockGood(seen, images)) {
    const sentence = sentences.length === 0 ? t.allWell(blocks) : t.allMeasured(blocks);
    sentences.unshift({ priority: 4, sentence, href: link('batteries') });
  }
  return sentences;
}

function everyBlockGood(strings: BatteryString[], images: ReadonlyMap<string, StringImage>): boolean {
  return strings.every(string => images.get(string.id)!.kinds.voltage.quality.every(code => code === GOOD));
}
