// SPDX-License-Identifier: Apache-2.0
import { alarms } from './alarms-en';
import { interfaces } from './interfaces-en';
import { safety } from './safety-en';

export const en = {
  pages: {
    overview: 'Overview', batteries: 'Batteries', modules: 'Modules', lines: 'Lines', system: 'System', audit: 'Audit', access: 'Access', own: 'Own access',
    wall: 'Wall', alarms: 'Alarms', safety: 'Safety', configuration: 'Configuration', interfaces: 'Interfaces',
  },
  pageFailed: (why: string) => `This page cannot be shown: ${why}. Go to another page or load this one again; if it happens again, report it with what you did.`,
  notMeasured: 'not measured',
  days: 'd',
  close: 'Close',
  cancel: 'Cancel',
  block: 'Block',
  blocks: (n: number) => (n === 1 ? '1 block' : `${n} blocks`),
  blockOf: (number: number, string: string) => `Block ${number} of ${string}`,
  since: (time: string) => `since ${time}`,

  frame: {
    navigation: 'Pages', search: 'Search', searchHint: 'Search ( / )', nothingFound: 'Nothing found',
    choices: 'Theme and language', theme: 'Theme', themes: { auto: 'as the system', light: 'light', dark: 'dark' }, language: 'Language',
    keys: 'Keys', skip: 'Skip to the content',
    simulated: (speed: string) => `Simulation: ${speed} s in each second`,
    clock: 'Time at the site',
  },
  connection: {
    noAnswer: 'The server does not answer.',
    connecting: 'Connecting to the server …',
    gone: (time: string) =>
      `No connection to the server since ${time} (clock of this computer). What stands here is old. Trying again by itself.`,
    signedOut:
      'The server does not know this browser. Open the address that it printed when it started, or make its first administrator.',
  },
  keys: {
    title: 'Keys',
    list: [
      ['/', 'search'], ['g o', 'overview'], ['g b', 'batteries'], ['g n', 'alarms'], ['g f', 'safety'], ['g m', 'modules'], ['g l', 'lines'], ['g i', 'interfaces'],
      ['g c', 'configuration'], ['g s', 'system'], ['g a', 'access'], ['g u', 'audit'], ['g w', 'wall'], ['← ↑ → ↓', 'move over the map; Enter picks the block'],
      ['j / k', 'next, former block; k in the list of alarms: acknowledge'], ['?', 'this list'], ['Esc', 'close'],
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
  priorities: ['', 'urgent', 'important', 'minor', 'for information'],

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
    notCorrectable: (remark: string) => `Cannot be equalized. ${remark}`,
    excluded: (remark: string) => `Left out of equalizing. ${remark}`,
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
    nothingYet: 'Nothing was measured in this time.', loading: 'Reading the history …', failed: 'The history could not be read: ',
    columns: {
      number: 'Block', label: 'Label', voltage: 'Voltage', deviation: 'ΔV', temperature: 'Temp.', rise: 'ΔT air',
      resistance: 'Resistance', duty: 'Duty', state: 'State',
    },
    abnormal: 'Only abnormal', csv: 'Save as CSV', shown: (n: number, all: number) => `${n} of ${all} blocks`,
    chooseColumns: 'Columns',
    noneAbnormal: 'No block is abnormal.',
    holding: (since: string) => `holding, converged since ${since}`,
    notEqualizing: 'switched off',
    empty: 'There are no strings in the site file.',
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

  switchgear: {
    module: (id: string) => `Relays and inputs of ${id}`, terminal: 'Terminal', use: 'Use', state: 'State', free: 'free',
    relay: (number: number) => `Relay ${number}`, input: (number: number) => `Input ${number}`,
    ofBreaker: (id: string) => `breaker ${id}`, alarmContact: 'alarm contact', buzzer: 'buzzer',
    energised: 'energised', released: 'released', pulsing: 'energised, ends by itself',
    on: 'on', off: 'off', breakers: 'Breakers', breaker: 'Breaker', strings: 'Strings', seen: 'Seen',
    positions: { CLOSED: 'closed', OPEN: 'open', UNKNOWN: 'unknown' },
    now: 'in the last sweep', never: 'never: the module does not answer; check its address, its cable and its supply.',
    last: (at: string) => `last ${at}: the module does not answer; check its cable and its supply.`,
  },

  modules: {
    line: 'Line', devices: 'Devices', reading: 'Asking the line …', scan: 'Scan', addressing: 'Address by button',
    lineCheck: 'Line check', reset: 'Reset addresses', start: 'Start', stop: 'Stop', apply: 'Apply', blink: 'Blink',
    work: 'Work on this line', found: 'Devices found', given: 'Addresses given',
    addressingSteps: [
      'Modules without an address flash red once a second. While addressing is on, every LED shows red and green in turn.',
      'Press the button of the module that this page names. It gets the address and its LED goes on as before; the page names the next one.',
      'Go on block by block. Stop when all are done; a module that has its address already keeps it.',
    ],
    resetYes: 'Reset all addresses',
    resetConsequence:
      'Every module on this line loses its address. Nothing is measured or equalized there until all have been addressed anew.',
    kinds: { scan: 'Scan', 'line-check': 'Line check', addressing: 'Addressing by button', 'reset-addresses': 'Reset of addresses' },
    workStates: { NONE: '', RUNNING: 'running', DONE: 'done', STOPPED: 'stopped', FAILED: 'failed' },
    pressNow: (subject: string | null, address: number) =>
      subject === null ? `Press the button of the next module. It gets address ${address}.`
        : `Press the button of block ${subject}. It gets address ${address}.`,
    marks: {
      expected: 'as in the site file', unexpected: 'not in the site file', duplicate: 'its address is taken twice',
      'no-address': 'has no address', missing: 'does not answer',
    },
    types: { 'current sensor': 'current sensor', 'temperature sensor': 'temperature sensor', 'relays and inputs': 'relays and inputs' } as Record<string, string>,
    wrongType: 'not as in the site file', kept: 'had it already', ledGreen: 'new; its LED flashes green in service',
    address: 'Address', subject: 'Block or sensor', type: 'Type', serial: 'Serial number', firmware: 'Firmware', note: 'Note',
    sent: 'Sent', lost: 'Lost', corrupt: 'Corrupt', late: 'Late', time: 'Time min / mean / max', answers: 'Answered',
    calibration: 'Calibration', actions: 'LED', calibrate: 'calibrate',
    blinks: (subject: string) => `The LED of ${subject} shows red and green in turn for 30 s.`,
    blinkDevice: (subject: string) => `Blink the LED of ${subject}`,
    calibrated: 'calibrated',
    calibrationOf: (block: string) => `Calibrate the module of block ${block}`,
    calibrationWhy:
      'Measure at the poles of the block with a reference instrument now, and write down what it shows. What the module shows is corrected by the difference.',
    shownVoltage: (value: string) => `The module shows ${value}; the instrument shows`,
    shownTemperature: (value: string) => `The module shows ${value}; the instrument shows`,
    calibrationDone: (block: string) => `Block ${block} is calibrated.`,
    calibrationReset: (block: string) => `The calibration of block ${block} was taken away.`,
    calibrationTake: 'Take the calibration away',
    replacements: 'Replaced?',
    replacedWhich: (block: string, before: string, now: string, since: string) =>
      `The module of block ${block} had serial number ${before} and has ${now} since ${since}. What was replaced?`,
    replacedModule: 'Only the module', replacedBlock: 'The block, with its module',
    replacedMeans: 'The history goes on in both cases. After a new block its references begin anew and it is left out of equalizing for a while.',
    ledTitle: 'What the LEDs say',
    leds: [
      ['green, short flash every 4 s', 'in service'], ['green, long flash every 4 s', 'equalizing this block'],
      ['red, flashing once a second', 'no address'], ['red and green in turn', 'addressing, or blinking on request'],
      ['red', 'its guard holds the bypass off, or a fault'],
    ] as [string, string][],
  },

  lines: {
    reading: 'Asking the lines …', up: 'up', down: 'down', starting: 'starting', never: 'never', reached: 'Reached by', rate: 'Rate',
    devices: 'Modules', answering: (good: number, all: number) => `${good} of ${all} answer`, sweeps: 'Sweeps',
    lastSweep: 'Last sweep', lastTry: 'Last try', period: 'Every', takes: 'Takes', answers: 'Answered', lost: 'Lost / corrupt / late',
    toModules: 'Its modules',
  },

  system: {
    reading: 'Asking the server …', well: 'The server is well: every line is up and the history is being written.',
    program: 'Program', machine: 'Machine', disk: 'Disk and history', clock: 'Clock', version: 'Version', started: 'Started',
    uptime: 'Running for', pid: 'Process', contracts: 'Contracts',
    contractVersions: (api: number, history: number, site: number, bus: number) =>
      `API ${api}, history ${history}, site file ${site}, module bus ${bus}`,
    host: 'Name', os: 'System', cores: 'Cores', load: 'Load', memory: 'Server memory', heap: 'Heap', folder: 'Data folder',
    space: 'Disk', freeOf: (free: string, total: string) => `${free} of ${total} free`, history: 'History', logs: 'Logs', waiting: 'Waiting / lost', waitingAndLost: (waiting: string, lost: string) => `${waiting} / ${lost}`,
    now: 'Now', synchronised: 'Synchronised', yes: 'yes', no: 'no: times may be wrong; check the time service of this machine',
    jump: 'Last jump', none: 'none', log: 'Log', level: 'From', bundle: 'Save support bundle', emptyLog: 'Nothing of this level.',
    bundleHolds: 'The bundle holds health, site file, counters, events and logs, and no secret. Give it only to people who may know your site.',
  },

  access: {
    roles: { view: 'view', operate: 'operate', service: 'service', safety: 'safety', admin: 'admin' },
    roleMeans: {
      view: 'Looks at everything but other people and the log.', operate: 'Also works with alarms and finds modules.',
      service: 'Also commissions, calibrates, replaces and changes settings.',
      safety: 'Also decides about the breaker and what protects it, and reads the audit.', admin: 'Also decides who may do what.',
    },
    verbs: {
      BLINK: 'let a module blink', STOP_LINE_WORK: 'end the work on a line', ANSWER_REPLACEMENT: 'say what was replaced',
      CALIBRATE: 'calibrate a block', WORK_ON_LINE: 'scan or check a line', ADDRESS_MODULES: 'give addresses to modules',
      RESET_ADDRESSES: 'take the addresses from all modules of a line', COLLECT_SUPPORT: 'make a support bundle',
      CHANGE_SETTINGS: 'change settings', MANAGE_USERS: 'manage users', MANAGE_TOKENS: 'manage tokens of scripts',
      MANAGE_SESSIONS: 'end the sessions of others', MANAGE_APPROVALS: 'decide what needs a second person',
      ACKNOWLEDGE_ALARMS: 'acknowledge alarms', SHELVE_ALARMS: 'shelve alarms', OUT_OF_SERVICE: 'take alarms out of service',
      TRIP_BREAKER: 'open a breaker', VETO_TRIP: 'put a trip off', RELEASE_BREAKER: 'release a breaker after a trip', ARM_BREAKER: 'let a breaker be opened automatically',
      DISARM_BREAKER: 'keep a breaker from being opened automatically', PROVE_BREAKER: 'test a breaker by opening it', LEARN_ANEW: 'have a guard learn anew', READ_BLACK_BOX: 'export a black box',
    } as Record<string, string>,
    needsRole: (role: string, own: string) => `This needs the role ${role}; yours is ${own}.`,
    signIn: 'Sign in', signOut: 'Sign out', name: 'Name', password: 'Password', code: 'Code',
    codeHint: 'Type the code that your authenticator shows now.', wrongCode: 'That is not the code. Type the one that is shown now.',
    denied: 'Name or password is not right.', waitFor: (seconds: number) => `Too many attempts. Try again in ${seconds} s.`,
    claim: 'Make the first administrator', claimDo: 'Make and sign in', claimCode: 'Claim code',
    claimHint: 'This server has no users yet. The claim code stands on its console. From then on everybody signs in with name and password.',
    nameRule: 'small letters, digits, . _ -', passwordRule: 'at least 12 characters', passwordAgain: 'Password, again',
    notTheSame: 'The two passwords are not the same.',
    userMenu: (user: string, role: string) => `${user}, role ${role}`, own: 'Own access',
    noPerson: 'Only somebody who has signed in with a name has an access of his own.',
    changePassword: 'Change the password', oldPassword: 'Present password', newPassword: 'New password',
    passwordChanged: 'The password is changed; your other sessions have ended.', save: 'Save', saved: 'Saved.',
    secondFactor: 'Second factor', factorMeans: 'With a second factor nobody gets in with your password alone: an authenticator on your phone shows a code to be typed.',
    factorIsOn: 'Signing in asks for a code of your authenticator.', factorBegin: 'Set it up', factorScan: 'Scan this picture with the authenticator.',
    factorPicture: 'QR code for the authenticator; the letters below say the same', factorType: 'Or type these letters into it:',
    factorConfirm: 'Confirm with the code', factorDrop: 'Give it up', factorOn: 'The second factor is on.', factorOff: 'The second factor is gone.',
    users: 'Users', addUser: 'Add a user', add: 'Add', role: 'Role', state: 'State', passwordSince: 'Password of', actions: 'Actions',
    perString: 'Higher roles for single strings', asEverywhere: 'as everywhere', active: 'may sign in', disabled: 'disabled',
    withSecondFactor: 'second factor', emergencyMark: 'for emergencies', emergency: 'For emergencies: its use is told loudly',
    change: 'Roles', disable: 'Disable', enable: 'Enable', remove: 'Remove', firstPassword: 'Password',
    rolesOf: (name: string) => `Roles of ${name}`, resetOf: (name: string) => `Reset the password of ${name}`,
    removeUser: (name: string) => `Remove ${name}`,
    resetMeans: 'The sessions of this user end, and the second factor goes too. Tell the password to nobody else.',
    removeMeans: (name: string) => `${name} cannot sign in any more; what was done stays in the audit.`,
    done: {
      add: (name: string) => `${name} may sign in.`, grant: (name: string) => `${name} has these roles now.`,
      password: (name: string) => `${name} has another password.`, remove: (name: string) => `${name} is removed.`,
      disable: (name: string) => `${name} may not sign in any more.`, enable: (name: string) => `${name} may sign in again.`,
    },
    tokens: 'Tokens of scripts', addToken: 'Make a token', noTokens: 'No script has a token.', createdBy: 'Made by', expires: 'Good until', days: 'Days that it is good (at most 731)',
    removeToken: (name: string) => `Remove the token ${name}`, removeTokenMeans: 'The script that shows it is refused from now on.',
    tokenOnce: (name: string) => `The token ${name}. It is shown this once; keep it where only the script reads it.`, copy: 'Copy', copied: 'Copied',
    sessions: 'Sessions', ownSessions: 'Own sessions', noSessions: 'Nobody is signed in.', from: 'From', began: 'Since', used: 'Last used', ends: 'Ends', end: 'End',
    approvals: 'Waiting for a second person', noApprovals: 'Nothing waits.', since: 'Since', who: 'Who', what: 'What', by: 'Answered by',
    approvalStates: { WAITING: 'waits', DONE: 'approved and done', FAILED: 'approved, and failed', REFUSED: 'refused', EXPIRED: 'nobody answered in time' },
    somebodyWants: (who: string, what: string, target: string, wanted: string) => `${who} wants to ${what} (${target}): ${wanted}. A second person has to approve it.`,
    youWant: (what: string, target: string, wanted: string) => `You want to ${what} (${target}): ${wanted}. It waits for a second person.`,
    until: (time: string) => `Until ${time}.`, approve: 'Approve', refuse: 'Refuse', takeBack: 'Take it back',
    secondPerson: 'What needs a second person', secondPersonMeans: 'Whoever asks for one of these waits until another person with the same right approves it.',
  },
  audit: {
    what: 'Who did what, from where, and what came of it. Each entry is linked to all before it, so that a change is found.',
    filter: 'Filter what is shown', again: 'Read again', csv: 'Save as CSV', jsonl: 'Save as JSONL', older: 'Older', reading: 'Reading …',
    empty: 'Nothing was written down yet.', noneWanted: 'None of the entries shown holds that.',
    shown: (n: string, all: string) => `${n} of ${all} entries`,
    check: 'Check all links', checking: 'Checking every entry …',
    good: (n: string) => `All links hold: ${n} entries are as they were written.`,
    bad: (n: string) => `This audit of ${n} entries is not as it was written:`,
    head: 'Note this apart from the server; it shows later that nothing before it was changed:',
    columns: ['No.', 'Time', 'Who', 'What', 'To what', 'Outcome', 'Before → after'],
    outcomes: { DONE: 'done', FAILED: 'failed', DENIED: 'not allowed', WAITING: 'waits for approval', APPROVED: 'approved', REFUSED: 'refused' },
    verbs: {
      BLINK: 'let a module blink', STOP_LINE_WORK: 'ended work on a line', ANSWER_REPLACEMENT: 'said what was replaced', CALIBRATE: 'calibrated',
      WORK_ON_LINE: 'worked on a line', ADDRESS_MODULES: 'gave addresses', RESET_ADDRESSES: 'reset addresses', READ_LOG: 'read the log',
      COLLECT_SUPPORT: 'made a support bundle', CHANGE_SETTINGS: 'changed settings', READ_AUDIT: 'read the audit', MANAGE_USERS: 'managed users',
      MANAGE_TOKENS: 'managed tokens', MANAGE_SESSIONS: 'managed sessions', MANAGE_APPROVALS: 'decided on approvals',
      CHANGE_OWN_ACCESS: 'changed the own access', APPROVE: 'approved', SIGN_IN: 'signed in',
      SIGN_IN_FAILED: 'tried to sign in', SIGN_OUT: 'signed out', CLAIMED: 'became the first administrator', CLAIM_FAILED: 'tried a claim code',
      TOKEN_EXPIRED: 'a token ran out', BLACK_BOX_SEALED: 'sealed a black box',
      ACKNOWLEDGE_ALARMS: 'acknowledged alarms', SHELVE_ALARMS: 'shelved alarms', OUT_OF_SERVICE: 'took alarms out of service',
      TRIP_BREAKER: 'opened a breaker', VETO_TRIP: 'put a trip off', RELEASE_BREAKER: 'released a breaker', ARM_BREAKER: 'armed a breaker', DISARM_BREAKER: 'disarmed a breaker',
      PROVE_BREAKER: 'tested a breaker', LEARN_ANEW: 'had a guard learn anew', READ_BLACK_BOX: 'exported a black box',
      AUDIT_REPAIRED: 'repaired the audit', AUDIT_SHORTENED: 'shortened the audit',
    } as Record<string, string>,
  },

  alarms,
  interfaces,
  safety,

  settings: {
    about: 'What is changed in operation. What is installed, the wiring and the network stand in the site file; what the site file gives is locked here.',
    reading: 'Asking for the settings …', groups: 'Sort of setting', all: 'All', list: 'Settings', find: 'Find a setting',
    groupNames: { site: 'Site', batteries: 'Batteries', strings: 'Strings', lines: 'Lines', blocks: 'Blocks' } as Record<string, string>,
    titles: {
      'site.name': () => 'Name of the site', 'batteries.name': id => `Name of battery ${id}`,
      'strings.name': id => `Name of string ${id}`, 'strings.equalizing': id => `Equalizing of string ${id}`,
      'lines.resistance-period': id => `Time between two resistances on line ${id}`, 'blocks.label': id => `Label of block ${id}`,
    } as Record<string, (id: string) => string>,
    shown: (n: number, all: number) => `${n} of ${all}`, nothing: 'No setting has all these words.',
    on: 'on', off: 'off', standard: 'default', empty: 'none', standardIs: (value: string) => `default: ${value}`,
    locked: (line: number) => `given in the site file, line ${line}`,
    back: 'to the default', backTo: (title: string) => `${title}: back to the default`,
    draft: 'Draft', changes: (n: number) => (n === 1 ? '1 change' : `${n} changes`), more: (n: number) => `and ${n} more`,
    why: 'What for?', check: 'Check', apply: 'Apply', discard: 'Discard',
    wouldDo: (n: number) => `All is in order; ${n} settings would change.`,
    applied: (version: number) => `Version ${version} is in force.`,
    history: 'History', noHistory: 'Nobody has changed anything yet.', inForce: 'in force', first: '0: all defaults',
    rollBack: 'Roll back', rollBackTo: (version: number) => `Roll back to version ${version}`,
    rollBackMeans: 'All settings get the values of that version, at once. It becomes a new version; nothing is lost.',
    rollBackAll: 'All settings go back to their defaults, at once. It becomes a new version; nothing is lost.',
    save: 'Save as YAML', take: 'Take from a file …', importNothing: 'The file changes nothing.',
    withoutEffect: (keys: string) => `Kept, but without effect, because the site file gives them or they belong to nothing any more: ${keys}`,
  },

  notYet: 'not known',
};
