// SPDX-License-Identifier: Apache-2.0

export const en = {
  pages: {
    overview: 'Overview', batteries: 'Batteries', modules: 'Modules', lines: 'Lines', system: 'System', wall: 'Wall',
  },
  notMeasured: 'not measured',
  days: 'd',
  close: 'Close',
  cancel: 'Cancel',
  block: 'Block',
  blocks: (n: number) => (n === 1 ? '1 block' : `${n} blocks`),
  blockOf: (number: number, string: string) => `Block ${number} of ${string}`,
  since: (time: string) => `since ${time}`,

  frame: {
    navigation: 'Pages', search: 'Search', searchHint: 'Search blocks and pages (/)', nothingFound: 'Nothing found',
    choices: 'Theme and language', theme: 'Theme', themes: { auto: 'as the system', light: 'light', dark: 'dark' }, language: 'Language',
    keys: 'Keys', skip: 'Skip to the content',
    simulated: (speed: string) => `Simulation: ${speed} s in each second`,
    clock: 'Time at the site',
  },
  connection: {
    connecting: 'Connecting to the server …',
    gone: (time: string) =>
      `No connection to the server since ${time} (clock of this computer). What stands here is old. Trying again by itself.`,
    signedOut:
      'The server does not know this browser any more. Open the address that the server printed when it started.',
  },
  keys: {
    title: 'Keys',
    list: [
      ['/', 'search'], ['g o', 'overview'], ['g b', 'batteries'], ['g m', 'modules'], ['g l', 'lines'],
      ['g s', 'system'], ['g w', 'wall'], ['← ↑ → ↓', 'move over the map; Enter picks the block'],
      ['j / k', 'next, former block'], ['?', 'this list'], ['Esc', 'close'],
    ] as [string, string][],
  },

  states: {
    FLOAT: 'Float', BOOST: 'Boost', RECHARGE: 'Recharge', DISCHARGE: 'Discharge', REST: 'Rest', UNKNOWN: 'Unknown',
  },
  phases: {
    OFF: 'off', PAUSED: 'paused', WORKING: 'bringing the blocks together', CONVERGED: 'holding',
    NOT_CORRECTABLE: 'cannot be completed',
  } as Record<string, string>,
  quality: ['good', 'suspect', 'stale', 'missing'],
  priorities: ['', 'urgent', 'important', 'to be looked at', 'for information'],

  findings: {
    allWell: (blocks: number) => `All ${blocks} blocks are measured and within the band.`,
    allMeasured: (blocks: number) => `All ${blocks} blocks are measured.`,
    noValues: 'No values yet. The first sweep is on its way.',
    noStrings: 'The site file names no strings. Add one, run ./evenfloat check, and restart the server.',
    discharging: (string: string, since: string, mean: string) =>
      `${string} is discharging for ${since}; the mean block is at ${mean}.`,
    lineDown: (line: string, problem: string) => `Line ${line} is down: ${problem}`,
    missing: (string: string, names: string, count: number) =>
      count === 1
        ? `Block ${names} of ${string} is not measured: its module does not answer. Check its plug and its LED.`
        : `${count} blocks of ${string} are not measured: ${names}. Check the cable to their modules.`,
    notCorrectable: (block: string, remark: string) => `Block ${block} cannot be equalized: ${remark}`,
    excluded: (block: string, remark: string) => `Block ${block} is left out of equalizing: ${remark}`,
    chargerMisSet: (string: string, mean: string, wanted: string) =>
      `The charger of ${string} holds ${mean} a block, ${wanted} is configured. Check the setting of the charger.`,
    history: (problem: string) => `The history is not being written: ${problem}`,
    replaced: (block: string) =>
      `The module of block ${block} has another serial number. Was the module replaced, or the block?`,
    equalizing: (string: string, spread: string, lowest: number, below: string) =>
      `${string} is being equalized: the blocks lie ${spread} apart; block ${lowest} is lowest, ${below} from the target.`,
    outOfBand: (string: string, lowest: number, below: string) =>
      `${string}: block ${lowest} is lowest, ${below} from the mean of its string.`,
    more: (count: number) => `and ${count} more`,
  },

  overview: {
    strings: 'Strings', lastEvents: 'Last events', noEvents: 'Nothing has happened in the last 30 days.',
    converged: (time: string) => `within ±10 mV since ${time}`,
    lowest: 'Lowest', highest: 'Highest', spread: 'Spread', mean: 'Mean', current: 'Current', air: 'Air', total: 'String voltage',
    noCurrentSensor: 'no current sensor', noAmbientSensor: 'no air sensor',
    measured: (good: number, all: number) => `${good} of ${all} measured`,
  },

  batteries: {
    string: 'String', strings: 'Strings', state: 'State', equalizing: 'Equalizing', target: 'Target',
    map: 'Map', scope: 'Scope', trend: 'Voltages over time', table: 'All blocks',
    views: { voltage: 'Voltage', temperature: 'Temperature', resistance: 'Resistance', duty: 'Duty' },
    show: 'Show', range: 'Range', ranges: { 600: '10 min', 7200: '2 h', 86400: '24 h', 604800: '7 d' } as Record<number, string>,
    live: 'Live', back: 'Back in time', forth: 'Forth in time', scaleAll: 'All', scaleBand: '±50 mV', scale: 'Scale',
    trendLabel: (string: string, picked: string) =>
      `Voltages of all blocks of ${string} over time${picked}. The table below holds the same values.`,
    pickedLabel: (block: number) => `, block ${block} in violet`,
    mapLabel: (count: number) =>
      `Map of ${count} blocks. Arrow keys move, Enter picks a block. The table below holds the same values.`,
    scopeLabel: 'Deviation of each block from the target. The table below holds the same values.',
    loading: 'Reading the history …', failed: 'The history could not be read: ',
    columns: {
      number: 'Block', voltage: 'Voltage', deviation: 'ΔV', temperature: 'Temp.', rise: 'ΔT air',
      resistance: 'Resistance', duty: 'Duty', state: 'State',
    },
    abnormal: 'Only abnormal', csv: 'Save as CSV', shown: (n: number, all: number) => `${n} of ${all} blocks`,
    sorted: 'Sort by', ascending: 'ascending', descending: 'descending', chooseColumns: 'Columns',
    noneAbnormal: 'No block is abnormal.',
    holding: (since: string) => `holding, converged since ${since}`,
    notEqualizing: 'switched off in the site file',
    empty: 'There are no strings in the site file.',
    legendLow: 'lower', legendHigh: 'higher', legendPicked: 'picked', legendBand: 'target ±10 mV',
    weakest: (block: number) => `lowest: block ${block}`,
    strongest: (block: number) => `highest: block ${block}`,
  },

  panel: {
    values: 'Now', last24h: 'last 24 h', resistance30d: 'Resistance, last 30 d', module: 'Battery module',
    evidence: 'What is known', ordinary: 'Nothing unusual.', target: 'target', ambient: 'air',
    type: 'Type', serial: 'Serial number', firmware: 'Firmware', address: 'Address', counters: 'Answers',
    answered: (good: string, asked: string) => `${good} of ${asked}`, lost: 'lost', corrupt: 'corrupt', late: 'late',
    notAsked: 'not asked yet', blink: 'Blink its LED', blinking: 'The LED blinks red and green for 30 s.',
    missingSince: (time: string) => `Not measured since ${time}.`,
    missing: 'Not measured: its module does not answer.',
    stale: 'The value is from an earlier sweep.', suspect: 'The value is not plausible and steers nothing.',
    fromString: 'from the target', noHistory: 'Nothing stored yet.', events: 'Events',
    previous: 'Former block', next: 'Next block', lineOf: (line: string, address: number) => `${line}, ${address}`,
  },

  notYet: 'not known yet',
};
