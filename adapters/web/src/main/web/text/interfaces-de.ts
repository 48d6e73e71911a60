// SPDX-License-Identifier: Apache-2.0
import type { interfaces as english } from './interfaces-en';

export const interfaces: typeof english = {
  about: 'Über diese Protokolle lesen SPSen, Gebäudeleittechnik und Netzwerkverwaltung die Anlage. Keines davon erreicht einen Schalter.',
  allOff: 'Nur dieser Webserver gibt Auskunft über die Anlage: Kein anderes Protokoll ist eingeschaltet.',
  reading: 'Die Protokolle werden gefragt …',
  states: { OFF: 'aus', SERVING: 'bedient', FAILED: 'nicht überall bedient' },
  howOn: name => `Niemand kann die Anlage über ${name} lesen. Schreiben Sie dies mit Ihren Adressen in die Anlagendatei, prüfen Sie mit ./evenfloat check und starten Sie den Server neu:`,
  example: name => `Beispiel für ${name}`,
  examples: {
    modbus: 'modbus:\n  enabled: true\n  # nur dieser Rechner: 127.0.0.1\n  address: 0.0.0.0\n  port: 502\n  # wer sich verbinden darf\n  clients: [192.168.1.0/24]',
    snmp: 'snmp:\n  enabled: true\n  # nur dieser Rechner: 127.0.0.1\n  address: 0.0.0.0\n  # wer lesen darf, mit Version 3\n  users:\n    - name: monitoring\n      authentication-password: "${file:/etc/evenfloat/snmp-auth}"\n      privacy-password: "${file:/etc/evenfloat/snmp-priv}"',
  },
  where: 'Bedient auf', readers: 'Lesen darf', everybody: 'wer es erreicht', writers: 'Schreiben darf', nobody: 'niemand',
  may: { acknowledge: 'Alarme quittieren', mute: 'den Summer abstellen', equalizing: 'den Ausgleich anhalten' },
  requests: 'Anfragen', soMany: (all, rate) => `${all}, ${rate} je Sekunde`,
  refused: 'Mit Fehler', connections: 'Verbunden', turnedAway: 'Abgewiesen', lastError: 'Letzter Fehler', none: 'keiner', never: 'nie',
  clients: 'Gegenstellen', clientsOf: name => `Gegenstellen von ${name}`, noClients: 'Seit dem Start des Servers hat niemand gefragt.', others: 'alle übrigen',
  clientColumns: ['Adresse', 'Wer', 'Über', 'Anfragen', 'Fehler', 'Zuletzt'],
  open: n => `${n} offen`,
  tryIt: 'Ausprobieren', ownPort: 'PORT ist die serielle Schnittstelle des Rechners, der liest.',
  map: 'Was wo steht', download: (name, form) => `Liste von ${name} als ${form}`,
  forms: { csv: 'CSV', md: 'Markdown', json: 'JSON' },
  view: 'Was sieht eine Gegenstelle?',
  viewMeans: 'Die Werte, wie sie in diesem Augenblick übertragen werden, und was sie bedeuten. Suchen Sie nach einem Block, einem Namen oder einer Adresse.',
  knownOnly: 'Nur Bekanntes', search: 'Block, Name oder Adresse', nothing: 'Nichts hat alle diese Wörter.',
  shown: (first, last, all) => `${first} bis ${last} von ${all}`, former: 'Zurück', next: 'Weiter',
  imageOf: (number, time) => `Abbild ${number}, ${time}`,
  pointColumns: ['Adresse', 'Von', 'Name', 'Übertragen', 'Bedeutet', 'Form', 'Was'],
};
