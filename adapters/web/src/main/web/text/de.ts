// SPDX-License-Identifier: Apache-2.0
import { alarms } from './alarms-de';
import { interfaces } from './interfaces-de';
import { safety } from './safety-de';
import type { Texts } from '.';

export const de: Texts = {
  pages: {
    overview: 'Übersicht', batteries: 'Batterien', modules: 'Module', lines: 'Leitungen', system: 'System',
    audit: 'Audit', access: 'Zugang', own: 'Eigener Zugang', wall: 'Wandanzeige', alarms: 'Alarme', safety: 'Sicherheit', configuration: 'Konfiguration', interfaces: 'Schnittstellen',
  },
  pageFailed: why => `Diese Seite kann nicht gezeigt werden: ${why}. Gehen Sie auf eine andere oder laden Sie sie neu; geschieht es wieder, melden Sie es mit dem, was Sie getan haben.`,
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
      'Der Server kennt diesen Browser nicht. Öffnen Sie die Adresse, die er beim Start ausgegeben hat, oder legen Sie seinen ersten Verwalter an.',
  },
  keys: {
    title: 'Tasten',
    list: [
      ['/', 'suchen'], ['g o', 'Übersicht'], ['g b', 'Batterien'], ['g n', 'Alarme'], ['g f', 'Sicherheit'], ['g m', 'Module'], ['g l', 'Leitungen'], ['g i', 'Schnittstellen'],
      ['g c', 'Konfiguration'], ['g s', 'System'], ['g a', 'Zugang'], ['g u', 'Audit'], ['g w', 'Wandanzeige'], ['← ↑ → ↓', 'über die Karte gehen; Enter wählt den Block'],
      ['j / k', 'nächster, voriger Block; k in der Liste der Alarme: quittieren'], ['?', 'diese Liste'], ['Esc', 'schließen'],
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
  priorities: ['', 'dringend', 'wichtig', 'gering', 'zur Kenntnis'],

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

  switchgear: {
    module: id => `Relais und Eingänge von ${id}`, terminal: 'Klemme', use: 'Verwendung', state: 'Zustand', free: 'frei',
    relay: number => `Relais ${number}`, input: number => `Eingang ${number}`,
    ofBreaker: id => `Schalter ${id}`, alarmContact: 'Alarmkontakt', buzzer: 'Summer',
    energised: 'angezogen', released: 'abgefallen', pulsing: 'angezogen, fällt von selbst ab',
    on: 'ein', off: 'aus', breakers: 'Batterieschalter', breaker: 'Schalter', strings: 'Stränge', seen: 'Gesehen',
    positions: { CLOSED: 'geschlossen', OPEN: 'offen', UNKNOWN: 'unbekannt' },
    now: 'im letzten Durchlauf', never: 'nie: Das Modul antwortet nicht; Adresse, Kabel und Versorgung prüfen.',
    last: at => `zuletzt ${at}: Das Modul antwortet nicht; Kabel und Versorgung prüfen.`,
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
    types: { 'current sensor': 'Stromsensor', 'temperature sensor': 'Temperatursensor', 'relays and inputs': 'Relais und Eingänge' },
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
    lastSweep: 'Letzter Durchlauf', lastTry: 'Letzter Versuch', period: 'Alle', takes: 'Dauert', answers: 'Beantwortet', lost: 'Verloren / gestört / verspätet',
    toModules: 'Ihre Module',
  },

  system: {
    reading: 'Der Server wird gefragt …', well: 'Der Server ist in Ordnung: Alle Leitungen sind in Betrieb, der Verlauf wird geschrieben.',
    program: 'Programm', machine: 'Rechner', disk: 'Platte und Verlauf', clock: 'Uhr', version: 'Version', started: 'Gestartet',
    uptime: 'Läuft seit', pid: 'Prozess', contracts: 'Verträge',
    contractVersions: (api, history, site, bus) => `API ${api}, Verlauf ${history}, Anlagendatei ${site}, Modulbus ${bus}`,
    host: 'Name', os: 'System', cores: 'Kerne', load: 'Last', memory: 'Speicher', heap: 'Heap', folder: 'Datenordner',
    space: 'Platte', freeOf: (free, total) => `${free} von ${total} frei`, history: 'Verlauf', logs: 'Protokolle', waiting: 'Wartend / verloren', waitingAndLost: (waiting, lost) => `${waiting} / ${lost}`,
    now: 'Jetzt', synchronised: 'Abgeglichen', yes: 'ja', no: 'nein: Zeiten können falsch sein; Zeitdienst dieses Rechners prüfen',
    jump: 'Letzter Sprung', none: 'keiner', log: 'Protokoll', level: 'Ab', bundle: 'Supportpaket sichern', emptyLog: 'Nichts auf dieser Stufe.',
    bundleHolds: 'Das Paket enthält Zustand, Anlagendatei, Zähler, Ereignisse und Protokolle, aber kein Geheimnis. Geben Sie es nur Personen, die Ihre Anlage kennen dürfen.',
  },

  access: {
    roles: { view: 'Ansehen', operate: 'Bedienen', service: 'Service', safety: 'Sicherheit', admin: 'Verwalten' },
    roleMeans: {
      view: 'Sieht alles außer anderen Personen und dem Protokoll.', operate: 'Bearbeitet auch Alarme und findet Module.',
      service: 'Nimmt auch in Betrieb, kalibriert, tauscht und ändert Einstellungen.',
      safety: 'Entscheidet auch über den Schalter und seinen Schutz und liest die Aufzeichnung.', admin: 'Entscheidet auch, wer was darf.',
    },
    verbs: {
      BLINK: 'ein Modul blinken lassen', STOP_LINE_WORK: 'die Arbeit an einer Leitung beenden', ANSWER_REPLACEMENT: 'sagen, was getauscht wurde',
      CALIBRATE: 'einen Block kalibrieren', WORK_ON_LINE: 'eine Leitung durchsuchen oder prüfen', ADDRESS_MODULES: 'Modulen Adressen geben',
      RESET_ADDRESSES: 'allen Modulen einer Leitung die Adressen nehmen', COLLECT_SUPPORT: 'ein Supportpaket machen',
      CHANGE_SETTINGS: 'Einstellungen ändern', MANAGE_USERS: 'Benutzer verwalten', MANAGE_TOKENS: 'Schlüssel von Skripten verwalten',
      MANAGE_SESSIONS: 'Sitzungen anderer beenden', MANAGE_APPROVALS: 'festlegen, was eine zweite Person braucht',
      ACKNOWLEDGE_ALARMS: 'Alarme quittieren', SHELVE_ALARMS: 'Alarme zurückstellen', OUT_OF_SERVICE: 'Alarme außer Betrieb nehmen',
      TRIP_BREAKER: 'einen Schalter öffnen', VETO_TRIP: 'eine Auslösung aufschieben', RELEASE_BREAKER: 'einen Schalter nach einer Auslösung freigeben', ARM_BREAKER: 'einen Schalter scharf schalten',
      DISARM_BREAKER: 'einen Schalter entschärfen', PROVE_BREAKER: 'einen Schalter durch Öffnen prüfen', LEARN_ANEW: 'einen Wächter neu lernen lassen', READ_BLACK_BOX: 'einen Flugschreiber ausgeben',
    },
    needsRole: (role, own) => `Dazu braucht es die Rolle ${role}; Ihre ist ${own}.`,
    signIn: 'Anmelden', signOut: 'Abmelden', name: 'Name', password: 'Passwort', code: 'Code',
    codeHint: 'Geben Sie den Code ein, den Ihr Authenticator jetzt zeigt.', wrongCode: 'Das ist nicht der Code. Geben Sie den ein, der jetzt gezeigt wird.',
    denied: 'Name oder Passwort stimmt nicht.', waitFor: seconds => `Zu viele Versuche. Versuchen Sie es in ${seconds} s wieder.`,
    claim: 'Ersten Verwalter anlegen', claimDo: 'Anlegen und anmelden', claimCode: 'Inbesitznahme-Code',
    claimHint: 'Dieser Server hat noch keine Benutzer. Der Code steht auf seiner Konsole. Danach melden sich alle mit Name und Passwort an.',
    nameRule: 'Kleinbuchstaben, Ziffern, . _ -', passwordRule: 'mindestens 12 Zeichen', passwordAgain: 'Passwort wiederholen',
    notTheSame: 'Die beiden Passwörter sind verschieden.',
    userMenu: (user, role) => `${user}, Rolle ${role}`, own: 'Eigener Zugang',
    noPerson: 'Einen eigenen Zugang hat nur, wer sich mit einem Namen angemeldet hat.',
    changePassword: 'Passwort ändern', oldPassword: 'Jetziges Passwort', newPassword: 'Neues Passwort',
    passwordChanged: 'Das Passwort ist geändert; Ihre anderen Sitzungen sind beendet.', save: 'Speichern', saved: 'Gespeichert.',
    secondFactor: 'Zweiter Faktor', factorMeans: 'Mit einem zweiten Faktor kommt niemand allein mit Ihrem Passwort hinein: Ein Authenticator auf Ihrem Telefon zeigt einen Code zum Eingeben.',
    factorIsOn: 'Die Anmeldung fragt nach einem Code Ihres Authenticators.', factorBegin: 'Einrichten', factorScan: 'Nehmen Sie dieses Bild mit dem Authenticator auf.',
    factorPicture: 'QR-Code für den Authenticator; die Buchstaben darunter sagen dasselbe', factorType: 'Oder geben Sie diese Buchstaben dort ein:',
    factorConfirm: 'Mit dem Code bestätigen', factorDrop: 'Aufgeben', factorOn: 'Der zweite Faktor ist eingeschaltet.', factorOff: 'Der zweite Faktor ist entfernt.',
    users: 'Benutzer', addUser: 'Benutzer anlegen', add: 'Anlegen', role: 'Rolle', state: 'Zustand', passwordSince: 'Passwort vom', actions: 'Aktionen',
    perString: 'Höhere Rollen für einzelne Stränge', asEverywhere: 'wie überall', active: 'darf sich anmelden', disabled: 'gesperrt',
    withSecondFactor: 'zweiter Faktor', emergencyMark: 'für Notfälle', emergency: 'Für Notfälle: Seine Benutzung wird laut gemeldet',
    change: 'Rollen', disable: 'Sperren', enable: 'Freigeben', remove: 'Entfernen', firstPassword: 'Passwort',
    rolesOf: name => `Rollen von ${name}`, resetOf: name => `Passwort von ${name} zurücksetzen`,
    removeUser: name => `${name} entfernen`,
    resetMeans: 'Die Sitzungen dieses Benutzers enden, und auch der zweite Faktor entfällt. Sagen Sie das Passwort sonst niemandem.',
    removeMeans: name => `${name} kann sich nicht mehr anmelden; was getan wurde, bleibt aufgezeichnet.`,
    done: {
      add: name => `${name} darf sich anmelden.`, grant: name => `${name} hat jetzt diese Rollen.`,
      password: name => `${name} hat ein anderes Passwort.`, remove: name => `${name} ist entfernt.`,
      disable: name => `${name} darf sich nicht mehr anmelden.`, enable: name => `${name} darf sich wieder anmelden.`,
    },
    tokens: 'Schlüssel von Skripten', addToken: 'Schlüssel anlegen', noTokens: 'Kein Skript hat einen Schlüssel.', createdBy: 'Angelegt von', expires: 'Gilt bis', days: 'Gültig für Tage (höchstens 731)',
    removeToken: name => `Schlüssel ${name} entfernen`, removeTokenMeans: 'Das Skript, das ihn vorzeigt, wird ab jetzt abgewiesen.',
    tokenOnce: name => `Der Schlüssel ${name}. Er wird nur dieses eine Mal gezeigt; bewahren Sie ihn dort auf, wo nur das Skript ihn liest.`, copy: 'Kopieren', copied: 'Kopiert',
    sessions: 'Sitzungen', ownSessions: 'Eigene Sitzungen', noSessions: 'Niemand ist angemeldet.', from: 'Von', began: 'Seit', used: 'Zuletzt benutzt', ends: 'Endet', end: 'Beenden',
    approvals: 'Wartet auf eine zweite Person', noApprovals: 'Nichts wartet.', since: 'Seit', who: 'Wer', what: 'Was', by: 'Beantwortet von',
    approvalStates: { WAITING: 'wartet', DONE: 'bestätigt und getan', FAILED: 'bestätigt und gescheitert', REFUSED: 'abgelehnt', EXPIRED: 'nicht rechtzeitig beantwortet' },
    somebodyWants: (who, what, target, wanted) => `${who} möchte ${what} (${target}): ${wanted}. Eine zweite Person muss es bestätigen.`,
    youWant: (what, target, wanted) => `Sie möchten ${what} (${target}): ${wanted}. Es wartet auf eine zweite Person.`,
    until: time => `Bis ${time}.`, approve: 'Bestätigen', refuse: 'Ablehnen', takeBack: 'Zurücknehmen',
    secondPerson: 'Was eine zweite Person braucht', secondPersonMeans: 'Wer eines davon möchte, wartet, bis eine andere Person mit demselben Recht es bestätigt.',
  },
  audit: {
    what: 'Wer was getan hat, von wo, und was daraus wurde. Jeder Eintrag ist mit allen davor verkettet, so dass eine Änderung auffällt.',
    filter: 'Gezeigtes filtern', again: 'Neu lesen', csv: 'Als CSV speichern', jsonl: 'Als JSONL speichern', older: 'Ältere', reading: 'Wird gelesen …',
    empty: 'Noch wurde nichts aufgeschrieben.', noneWanted: 'Keiner der gezeigten Einträge enthält das.',
    shown: (n: string, all: string) => `${n} von ${all} Einträgen`,
    check: 'Verkettung prüfen', checking: 'Jeder Eintrag wird geprüft …',
    good: (n: string) => `Die Kette ist heil: ${n} Einträge sind so, wie sie geschrieben wurden.`,
    bad: (n: string) => `Dieses Audit aus ${n} Einträgen ist nicht so, wie es geschrieben wurde:`,
    head: 'Außerhalb des Servers notiert, zeigt dies später, dass davor nichts geändert wurde:',
    columns: ['Nr.', 'Zeit', 'Wer', 'Was', 'Woran', 'Ergebnis', 'Vorher → nachher'],
    outcomes: { DONE: 'getan', FAILED: 'misslungen', DENIED: 'nicht erlaubt', WAITING: 'wartet auf Zustimmung', APPROVED: 'zugestimmt', REFUSED: 'abgelehnt' },
    verbs: {
      BLINK: 'ließ ein Modul blinken', STOP_LINE_WORK: 'beendete Arbeit an einer Leitung', ANSWER_REPLACEMENT: 'sagte, was ersetzt wurde', CALIBRATE: 'kalibrierte',
      WORK_ON_LINE: 'arbeitete an einer Leitung', ADDRESS_MODULES: 'vergab Adressen', RESET_ADDRESSES: 'löschte Adressen', READ_LOG: 'las das Protokoll',
      COLLECT_SUPPORT: 'sammelte für den Support', CHANGE_SETTINGS: 'änderte Einstellungen', READ_AUDIT: 'las das Audit', MANAGE_USERS: 'verwaltete Benutzer',
      MANAGE_TOKENS: 'verwaltete Schlüssel', MANAGE_SESSIONS: 'verwaltete Sitzungen', MANAGE_APPROVALS: 'regelte Zustimmungen',
      CHANGE_OWN_ACCESS: 'änderte den eigenen Zugang', APPROVE: 'stimmte zu', SIGN_IN: 'meldete sich an',
      SIGN_IN_FAILED: 'versuchte sich anzumelden', SIGN_OUT: 'meldete sich ab', CLAIMED: 'wurde erster Verwalter', CLAIM_FAILED: 'versuchte einen Inbesitznahme-Code',
      TOKEN_EXPIRED: 'ein Schlüssel lief ab', BLACK_BOX_SEALED: 'versiegelte einen Flugschreiber',
      ACKNOWLEDGE_ALARMS: 'quittierte Alarme', SHELVE_ALARMS: 'stellte Alarme zurück', OUT_OF_SERVICE: 'nahm Alarme außer Betrieb',
      TRIP_BREAKER: 'öffnete einen Schalter', VETO_TRIP: 'schob eine Auslösung auf', RELEASE_BREAKER: 'gab einen Schalter frei', ARM_BREAKER: 'schaltete einen Schalter scharf', DISARM_BREAKER: 'entschärfte einen Schalter',
      PROVE_BREAKER: 'prüfte einen Schalter', LEARN_ANEW: 'ließ einen Wächter neu lernen', READ_BLACK_BOX: 'gab einen Flugschreiber aus',
      AUDIT_REPAIRED: 'reparierte das Audit', AUDIT_SHORTENED: 'kürzte das Audit',
    },
  },

  alarms,
  interfaces,
  safety,

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
