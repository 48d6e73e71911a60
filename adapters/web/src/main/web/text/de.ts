// SPDX-License-Identifier: Apache-2.0
import type { Texts } from '.';

export const de: Texts = {
  pages: {
    overview: 'Übersicht', batteries: 'Batterien', modules: 'Module', lines: 'Leitungen', system: 'System',
    wall: 'Wandanzeige', configuration: 'Konfiguration',
  },
  notMeasured: 'nicht gemessen',
  days: 'T',
  close: 'Schließen',
  cancel: 'Abbrechen',
  block: 'Block',
  blocks: n => (n === 1 ? '1 Block' : `${n} Blöcke`),
  blockOf: (number, string) => `Block ${number} von ${string}`,
  since: time => `seit ${time}`,

  frame: {
    navigation: 'Seiten', search: 'Suche', searchHint: 'Suche ( / )', nothingFound: 'Nichts gefunden',
    choices: 'Farben und Sprache', theme: 'Farben', themes: { auto: 'wie das System', light: 'hell', dark: 'dunkel' }, language: 'Sprache',
    keys: 'Tasten', skip: 'Zum Inhalt springen',
    simulated: speed => `Simulation: ${speed} s in jeder Sekunde`,
    clock: 'Uhrzeit der Anlage',
  },
  connection: {
    noAnswer: 'Der Server antwortet nicht.',
    connecting: 'Verbindung zum Server wird aufgebaut …',
    gone: time =>
      `Keine Verbindung zum Server seit ${time} (Uhr dieses Rechners). Was hier steht, ist alt. Es wird von selbst weiter versucht.`,
    signedOut:
      'Der Server kennt diesen Browser nicht mehr. Öffnen Sie die Adresse, die der Server beim Start ausgegeben hat.',
  },
  keys: {
    title: 'Tasten',
    list: [
      ['/', 'suchen'], ['g o', 'Übersicht'], ['g b', 'Batterien'], ['g m', 'Module'], ['g l', 'Leitungen'],
      ['g c', 'Konfiguration'], ['g s', 'System'], ['g w', 'Wandanzeige'], ['← ↑ → ↓', 'über die Karte gehen; Enter wählt den Block'],
      ['j / k', 'nächster, voriger Block'], ['?', 'diese Liste'], ['Esc', 'schließen'],
    ],
  },

  states: {
    FLOAT: 'Erhaltungsladung', BOOST: 'Starkladung', RECHARGE: 'Wiederaufladung', DISCHARGE: 'Entladung', REST: 'Ruhe',
    UNKNOWN: 'Unbekannt',
  },
  phases: {
    OFF: 'aus', PAUSED: 'wartet', WORKING: 'führt die Blöcke zusammen', CONVERGED: 'hält',
    NOT_CORRECTABLE: 'nicht vollständig möglich',
  },
  quality: ['gut', 'zweifelhaft', 'veraltet', 'fehlt'],
  priorities: ['', 'dringend', 'wichtig', 'zu beachten', 'zur Kenntnis'],

  findings: {
    allWell: blocks => `Alle ${blocks} Blöcke werden gemessen und liegen im Band.`,
    allMeasured: blocks => `Alle ${blocks} Blöcke werden gemessen.`,
    noValues: 'Noch keine Werte. Der erste Durchlauf ist unterwegs.',
    noStrings:
      'Die Anlagendatei nennt keine Stränge. Tragen Sie einen ein, prüfen Sie mit ./evenfloat check und starten Sie den Server neu.',
    discharging: (string, since, mean) =>
      `${string} entlädt seit ${since}; der mittlere Block liegt bei ${mean}.`,
    lineDown: (line, problem) => `Leitung ${line} ist ausgefallen: ${problem}`,
    missing: (string, names, count) =>
      count === 1
        ? `Block ${names} von ${string} wird nicht gemessen: Sein Modul antwortet nicht. Stecker und LED prüfen.`
        : `${count} Blöcke von ${string} werden nicht gemessen: ${names}. Kabel zu ihren Modulen prüfen.`,
    notCorrectable: remark => `Lässt sich nicht ausgleichen. ${remark}`,
    excluded: remark => `Vom Ausgleich ausgenommen. ${remark}`,
    chargerMisSet: (string, mean, wanted) =>
      `Das Ladegerät von ${string} hält ${mean} je Block, eingestellt sind ${wanted}. Einstellung des Ladegeräts prüfen.`,
    history: problem => `Der Verlauf wird nicht geschrieben: ${problem}`,
    replaced: block =>
      `Das Modul von Block ${block} hat eine andere Seriennummer. Wurde das Modul getauscht oder der Block?`,
    equalizing: (string, spread, lowest, below) =>
      `${string} wird ausgeglichen: Die Blöcke liegen ${spread} auseinander; Block ${lowest} ist am niedrigsten, ${below} vom Ziel.`,
    outOfBand: (string, lowest, below) =>
      `${string}: Block ${lowest} ist am niedrigsten, ${below} vom Mittel seines Strangs.`,
    more: count => `und ${count} weitere`,
  },

  overview: {
    strings: 'Stränge', lastEvents: 'Letzte Ereignisse', noEvents: 'In den letzten 30 Tagen ist nichts geschehen.',
    converged: time => `innerhalb ±10 mV seit ${time}`,
    lowest: 'Niedrigster', highest: 'Höchster', spread: 'Spanne', mean: 'Mittel', current: 'Strom', air: 'Luft', total: 'Strangspannung',
    noCurrentSensor: 'kein Stromsensor', noAmbientSensor: 'kein Luftsensor',
    measured: (good, all) => `${good} von ${all} gemessen`,
  },

  batteries: {
    string: 'Strang', strings: 'Stränge', state: 'Zustand', equalizing: 'Ausgleich', target: 'Ziel',
    map: 'Karte', scope: 'Oszilloskop', trend: 'Spannungen über die Zeit', table: 'Alle Blöcke',
    views: { voltage: 'Spannung', temperature: 'Temperatur', resistance: 'Widerstand', duty: 'Tastgrad' },
    show: 'Zeigen', range: 'Zeitraum', ranges: { 600: '10 min', 7200: '2 h', 86400: '24 h', 604800: '7 T' },
    live: 'Jetzt', back: 'Zurück in der Zeit', forth: 'Vor in der Zeit', scaleAll: 'Alles', scaleBand: '±50 mV', scale: 'Maßstab',
    trendLabel: (string, picked) =>
      `Spannungen aller Blöcke von ${string} über die Zeit${picked}. Die Tabelle darunter enthält dieselben Werte.`,
    pickedLabel: block => `, Block ${block} violett`,
    mapLabel: count =>
      `Karte von ${count} Blöcken. Pfeiltasten bewegen, Enter wählt einen Block. Die Tabelle darunter enthält dieselben Werte.`,
    scopeLabel: 'Abweichung jedes Blocks vom Ziel. Die Tabelle darunter enthält dieselben Werte.',
    nothingYet: 'In diesem Zeitraum wurde nichts gemessen.', loading: 'Der Verlauf wird gelesen …', failed: 'Der Verlauf konnte nicht gelesen werden: ',
    columns: {
      number: 'Block', label: 'Aufschrift', voltage: 'Spannung', deviation: 'ΔU', temperature: 'Temp.', rise: 'ΔT Luft',
      resistance: 'Widerstand', duty: 'Tastgrad', state: 'Zustand',
    },
    abnormal: 'Nur auffällige', csv: 'Als CSV sichern', shown: (n, all) => `${n} von ${all} Blöcken`,
    chooseColumns: 'Spalten',
    noneAbnormal: 'Kein Block ist auffällig.',
    holding: since => `hält, zusammen seit ${since}`,
    notEqualizing: 'ausgeschaltet',
    empty: 'Die Anlagendatei enthält keine Stränge.',
    weakest: block => `niedrigster: Block ${block}`,
    strongest: block => `höchster: Block ${block}`,
  },

  panel: {
    values: 'Jetzt', last24h: 'letzte 24 h', resistance30d: 'Widerstand, letzte 30 T', module: 'Batteriemodul',
    evidence: 'Was bekannt ist', ordinary: 'Nichts Auffälliges.', target: 'Ziel', ambient: 'Luft',
    type: 'Typ', serial: 'Seriennummer', firmware: 'Firmware', address: 'Adresse', counters: 'Antworten',
    answered: (good, asked) => `${good} von ${asked}`, lost: 'verloren', corrupt: 'gestört', late: 'verspätet',
    notAsked: 'noch nicht gefragt', blink: 'LED blinken lassen', blinking: 'Die LED blinkt 30 s lang rot und grün.',
    missingSince: time => `Nicht gemessen seit ${time}.`,
    missing: 'Nicht gemessen: Sein Modul antwortet nicht.',
    stale: 'Der Wert stammt aus einem früheren Durchlauf.', suspect: 'Der Wert ist nicht glaubhaft und steuert nichts.',
    fromString: 'vom Ziel', noHistory: 'Noch nichts gespeichert.', events: 'Ereignisse',
    previous: 'Voriger Block', next: 'Nächster Block', lineOf: (line, address) => `${line}, ${address}`,
  },

  modules: {
    line: 'Leitung', devices: 'Geräte', reading: 'Die Leitung wird gefragt …', scan: 'Suchlauf', addressing: 'Mit Taster adressieren',
    lineCheck: 'Leitungsprüfung', reset: 'Adressen löschen', start: 'Beginnen', stop: 'Anhalten', apply: 'Anwenden', blink: 'Blinken',
    work: 'Arbeit an dieser Leitung', found: 'Gefundene Geräte', given: 'Vergebene Adressen',
    addressingSteps: [
      'Module ohne Adresse blinken einmal je Sekunde rot. Während des Adressierens zeigt jede LED abwechselnd Rot und Grün.',
      'Drücken Sie den Taster des Moduls, das diese Seite nennt. Es bekommt die Adresse; die Seite nennt das nächste.',
      'Gehen Sie von Block zu Block. Halten Sie an, wenn alle fertig sind; ein Modul mit Adresse behält sie.',
    ],
    resetYes: 'Alle Adressen löschen',
    resetConsequence:
      'Jedes Modul dieser Leitung verliert seine Adresse. Dort wird nichts gemessen und nichts ausgeglichen, bis alle neu adressiert sind.',
    kinds: { scan: 'Suchlauf', 'line-check': 'Leitungsprüfung', addressing: 'Adressieren mit Taster', 'reset-addresses': 'Löschen der Adressen' },
    workStates: { NONE: '', RUNNING: 'läuft', DONE: 'fertig', STOPPED: 'angehalten', FAILED: 'gescheitert' },
    pressNow: (subject, address) =>
      subject === null ? `Drücken Sie den Taster des nächsten Moduls. Es bekommt Adresse ${address}.`
        : `Drücken Sie den Taster von Block ${subject}. Er bekommt Adresse ${address}.`,
    marks: {
      expected: 'wie in der Anlagendatei', unexpected: 'nicht in der Anlagendatei', duplicate: 'Adresse doppelt vergeben',
      'no-address': 'ohne Adresse', missing: 'antwortet nicht',
    },
    wrongType: 'anders als in der Anlagendatei', kept: 'hatte sie schon', ledGreen: 'neu; im Betrieb blinkt seine LED grün',
    address: 'Adresse', subject: 'Block oder Sensor', type: 'Typ', serial: 'Seriennummer', firmware: 'Firmware', note: 'Bemerkung',
    sent: 'Gesendet', lost: 'Verloren', corrupt: 'Gestört', late: 'Verspätet', time: 'Zeit min / Mittel / max', answers: 'Beantwortet',
    calibration: 'Kalibrierung', actions: 'LED', calibrate: 'kalibrieren',
    blinks: subject => `Die LED von ${subject} zeigt 30 s lang abwechselnd Rot und Grün.`,
    blinkDevice: subject => `LED von ${subject} blinken lassen`,
    calibrated: 'kalibriert',
    calibrationOf: block => `Modul von Block ${block} kalibrieren`,
    calibrationWhy:
      'Messen Sie jetzt mit einem Referenzgerät an den Polen des Blocks und tragen Sie ein, was es zeigt. Die Anzeige des Moduls wird um den Unterschied berichtigt.',
    shownVoltage: value => `Das Modul zeigt ${value}, das Referenzgerät zeigt`,
    shownTemperature: value => `Das Modul zeigt ${value}, das Referenzgerät zeigt`,
    calibrationDone: block => `Block ${block} ist kalibriert.`,
    calibrationReset: block => `Die Kalibrierung von Block ${block} wurde entfernt.`,
    calibrationTake: 'Kalibrierung entfernen',
    replacements: 'Getauscht?',
    replacedWhich: (block, before, now, since) =>
      `Das Modul von Block ${block} hatte die Seriennummer ${before} und hat seit ${since} die ${now}. Was wurde getauscht?`,
    replacedModule: 'Nur das Modul', replacedBlock: 'Der Block samt Modul',
    replacedMeans: 'Der Verlauf geht in beiden Fällen weiter. Nach einem neuen Block beginnen seine Bezugswerte neu, und er nimmt eine Weile nicht am Ausgleich teil.',
    ledTitle: 'Was die LEDs sagen',
    leds: [
      ['grün, kurzes Blinken alle 4 s', 'in Betrieb'], ['grün, langes Blinken alle 4 s', 'gleicht diesen Block aus'],
      ['rot, blinkt einmal je Sekunde', 'ohne Adresse'], ['rot und grün abwechselnd', 'Adressieren, oder Blinken auf Wunsch'],
      ['rot', 'seine Schutzschaltung hält den Bypass aus, oder eine Störung'],
    ],
  },

  lines: {
    reading: 'Die Leitungen werden gefragt …', up: 'in Betrieb', down: 'ausgefallen', starting: 'beginnt', never: 'nie', reached: 'Erreicht über', rate: 'Rate',
    devices: 'Module', answering: (good, all) => `${good} von ${all} antworten`, sweeps: 'Durchläufe',
    lastSweep: 'Letzter Durchlauf', period: 'Alle', takes: 'Dauert', answers: 'Beantwortet', lost: 'Verloren / gestört / verspätet',
    toModules: 'Ihre Module',
  },

  system: {
    reading: 'Der Server wird gefragt …', well: 'Der Server ist in Ordnung: Alle Leitungen sind in Betrieb, der Verlauf wird geschrieben.',
    program: 'Programm', machine: 'Rechner', disk: 'Platte und Verlauf', clock: 'Uhr', version: 'Version', started: 'Gestartet',
    uptime: 'Läuft seit', pid: 'Prozess', contracts: 'Verträge',
    contractVersions: (api, history, site, bus) => `API ${api}, Verlauf ${history}, Anlagendatei ${site}, Modulbus ${bus}`,
    host: 'Name', os: 'System', cores: 'Kerne', load: 'Last', memory: 'Speicher des Servers', heap: 'Heap', folder: 'Datenordner',
    free: 'Frei', history: 'Verlauf', logs: 'Protokolle', waiting: 'Wartend / verloren', waitingAndLost: (waiting, lost) => `${waiting} / ${lost}`,
    now: 'Jetzt', synchronised: 'Abgeglichen', yes: 'ja', no: 'nein: Zeiten können falsch sein; Zeitdienst dieses Rechners prüfen',
    jump: 'Letzter Sprung', none: 'keiner', log: 'Protokoll', level: 'Ab', bundle: 'Supportpaket sichern', emptyLog: 'Nichts auf dieser Stufe.',
    bundleHolds: 'Das Paket enthält Zustand, Anlagendatei, Zähler, Ereignisse und Protokolle, aber kein Geheimnis. Geben Sie es nur Personen, die Ihre Anlage kennen dürfen.',
  },

  settings: {
    about: 'Was im Betrieb geändert wird. Was eingebaut ist, die Verdrahtung und das Netz stehen in der Anlagendatei; was sie angibt, ist hier gesperrt.',
    reading: 'Die Einstellungen werden gelesen …', groups: 'Art der Einstellung', all: 'Alle', list: 'Einstellungen', find: 'Einstellung suchen',
    groupNames: { site: 'Anlage', batteries: 'Batterien', strings: 'Stränge', lines: 'Leitungen', blocks: 'Blöcke' },
    titles: {
      'site.name': () => 'Name der Anlage', 'batteries.name': id => `Name der Batterie ${id}`,
      'strings.name': id => `Name des Strangs ${id}`, 'strings.equalizing': id => `Ausgleich des Strangs ${id}`,
      'lines.resistance-period': id => `Zeit zwischen zwei Widerständen an Leitung ${id}`, 'blocks.label': id => `Aufschrift von Block ${id}`,
    },
    shown: (n, all) => `${n} von ${all}`, nothing: 'Keine Einstellung hat alle diese Wörter.',
    on: 'ein', off: 'aus', standard: 'Vorgabe', empty: 'keine', standardIs: value => `Vorgabe: ${value}`,
    locked: line => `steht in der Anlagendatei, Zeile ${line}`,
    back: 'zur Vorgabe', backTo: title => `${title}: zurück zur Vorgabe`,
    draft: 'Entwurf', changes: n => (n === 1 ? '1 Änderung' : `${n} Änderungen`), more: n => `und ${n} weitere`,
    why: 'Wozu?', check: 'Prüfen', apply: 'Anwenden', discard: 'Verwerfen',
    wouldDo: n => `Alles in Ordnung; ${n} Einstellungen würden sich ändern.`,
    applied: version => `Fassung ${version} gilt.`,
    history: 'Verlauf', noHistory: 'Noch niemand hat etwas geändert.', inForce: 'gilt', first: '0: alle Vorgaben',
    rollBack: 'Zurückgehen', rollBackTo: version => `Zurück zu Fassung ${version}`,
    rollBackMeans: 'Alle Einstellungen bekommen sofort die Werte jener Fassung. Das wird eine neue Fassung; nichts geht verloren.',
    rollBackAll: 'Alle Einstellungen gehen sofort auf ihre Vorgaben zurück. Das wird eine neue Fassung; nichts geht verloren.',
    save: 'Als YAML speichern', take: 'Aus Datei übernehmen …', importNothing: 'Die Datei ändert nichts.',
    withoutEffect: keys => `Aufbewahrt, aber ohne Wirkung, weil die Anlagendatei sie angibt oder sie zu nichts mehr gehören: ${keys}`,
  },

  notYet: 'nicht bekannt',
};
