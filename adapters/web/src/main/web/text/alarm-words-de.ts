// SPDX-License-Identifier: Apache-2.0

/** What an alarm says in German. */
export interface AlarmWords {
  /** What is the matter, with the place. */
  meaning: (place: string) => string;
  cause: string;
  consequence: string;
  response: string;
}

const words = (meaning: AlarmWords['meaning'], cause: string, consequence: string, response: string): AlarmWords =>
  ({ meaning, cause, consequence, response });

const stringVoltage = words(place => `Die Spannung von ${place} weicht von den anderen Strängen der Batterie ab`,
  'Ein Schalter oder eine Sicherung ist offen, eine Verbindung ist schlecht, oder die Stränge sind verschieden alt.',
  'Die Stränge teilen Last und Ladung ungleich.', 'Schalter, Sicherungen und Verbindungen beider prüfen.');
const stringCurrent = words(place => `Der Strom von ${place} weicht von den anderen Strängen der Batterie ab`,
  'Eine Verbindung ist schlecht, oder ein Strang ist stärker gealtert.',
  'Ein Strang trägt, was die anderen nicht tragen, und ist zuerst leer.',
  'Widerstände und Verbindungen der Stränge vergleichen.');
const highResistance = [
  'Korrosion, Austrocknung, oder eine lose Verbindung zwischen Modul und Block.',
  'Der Block bricht bei einer Entladung früh ein.',
  'Verbindungen prüfen, nochmals messen, und den Austausch planen, wenn es bleibt.'] as const;
const lowResistance = [
  'Eine kurzgeschlossene Zelle, oder eine misslungene Messung.',
  'Der Block kann sich selbst erwärmen; seinem Verlauf ist nicht zu trauen.',
  'Nochmals messen und seine Spannung ansehen.'] as const;

/** What stands behind a value, by the id of the definition without its level. */
export const BEHIND_VALUE_DE: Record<string, string> = {
  'string-voltage-low': 'je Block', 'string-voltage-high': 'je Block', 'string-voltage-end': 'je Block',
  'block-weak': 'unter seinem Strang',
  'block-resistance-rise': 'gegenüber dem Bezugswert', 'block-resistance-fall': 'gegenüber dem Bezugswert',
  'string-voltage-deviation-low': 'gegenüber dem Mittel', 'string-voltage-deviation-high': 'gegenüber dem Mittel',
  'string-current-deviation-low': 'gegenüber dem Mittel', 'string-current-deviation-high': 'gegenüber dem Mittel',
  'temperature-spread': 'zwischen wärmstem und kühlstem', 'disk-free': 'frei', 'history-backlog': 'Durchläufe und Ereignisse',
};

/** By the id of the definition without its level; what is missing is said in the server's English. */
export const ALARM_WORDS_DE: Record<string, AlarmWords> = {
  'block-voltage-low': words(place => `Die Spannung von ${place} ist in Erhaltungsladung niedrig`,
    'Eine kurzgeschlossene Zelle, verlorene Ladung oder Sulfatierung, oder ein zu niedrig eingestellter Lader.',
    'Der Block ist nicht voll, und sein Strang gibt weniger, als er soll.',
    'Seinen Widerstand beobachten; ist er nach 24 h Erhaltungsladung noch niedrig, den Austausch planen.'),
  'block-voltage-high': words(place => `Die Spannung von ${place} ist hoch`,
    'Ein trockener oder gealterter Block, ein kurzgeschlossener anderswo im Strang, oder ein zu hoch eingestellter Lader.',
    'Der Block gast und trocknet aus.', 'Zuerst den Lader prüfen, dann den Widerstand dieses Blocks.'),
  'block-voltage-end': words(place => `Die Spannung von ${place} ist nahe der Entladeschlussspannung`,
    'Der Strang ist fast leer, oder dieser Block hält weniger als die anderen.',
    'Darunter nimmt ein Block Schaden und kann eine Zelle umpolen.',
    'Last verringern oder die Entladung beenden; danach zuerst diesen Block ansehen.'),
  'block-deviation-low': words(place => `${place} liegt weit unter seinem Strang`,
    'Er kann sulfatiert sein, eine kurzgeschlossene Zelle haben oder Ladung verloren haben.',
    'Der Rest des Strangs wird mehr geladen, als er braucht.',
    'Seinen Widerstand beobachten; ist er nach 24 h Erhaltungsladung noch niedrig, den Austausch planen.'),
  'block-deviation-high': words(place => `${place} liegt weit über seinem Strang`,
    'Er kann trocken sein, oder eine Verbindung neben seinem Modul ist schlecht.',
    'Er gast mehr als die anderen und altert schneller.', 'Seine Verbindungen und seinen Widerstand prüfen.'),
  'block-temperature-high': words(place => `${place} ist heiß`,
    'Der Raum ist warm, der Block nimmt zu viel Erhaltungsstrom, oder eine Verbindung ist lose.',
    'Je 10 K halbieren seine Lebensdauer; ein Block, der sich selbst heizt, kann durchgehen.',
    'Mit den Nachbarn und dem Raum vergleichen: ist er allein heiß, sofort ansehen.'),
  'block-temperature-low': words(place => `${place} ist kalt`, 'Der Raum ist kalt.',
    'Kalte Blöcke geben weniger: die Überbrückungszeit ist kürzer als geplant.', 'Die Heizung des Raums prüfen.'),
  'block-resistance-high': words(place => `Der Innenwiderstand von ${place} ist hoch`, ...highResistance),
  'block-resistance-low': words(place => `Der Innenwiderstand von ${place} ist niedrig`, ...lowResistance),
  'block-resistance-rise': words(place => `Der Innenwiderstand von ${place} ist gestiegen`, ...highResistance),
  'block-resistance-fall': words(place => `Der Innenwiderstand von ${place} ist gefallen`, ...lowResistance),
  'block-weak': words(place => `${place} bricht in der Entladung ein`,
    'Er hat Kapazität verloren: er fällt weiter von den anderen ab, als sie streuen.',
    'Er ist vor den anderen leer, polt um und beendet die Entladung des Strangs früh.',
    'Mit kürzerer Überbrückung rechnen; nach der Entladung seine Kapazität prüfen, oder den Block ersetzen.'),
  'block-not-correctable': words(place => `Der Ausgleich bringt ${place} nicht ins Band`,
    'Voller Tastgrad über Stunden reichte nicht: der Block weicht zu weit von den anderen ab.',
    'Der Block bleibt über- oder unterladen.', 'Dem Befund zum Block folgen: einzeln laden oder ersetzen.'),
  'module-lost': words(place => `Das Batteriemodul von ${place} antwortet nicht`,
    'Sein Kabel, seine Sicherung oder das Modul selbst.',
    'Der Block wird nicht gemessen, ausgeglichen oder überwacht.',
    'Kabel und Sicherung prüfen; blinken lassen; ersetzen, wenn es still bleibt.'),
  'module-not-addressed': words(place => `Das Batteriemodul von ${place} hat keine Adresse`,
    'Es ist neu oder hat seine Adresse verloren.', 'Der Block wird nicht gemessen, ausgeglichen oder überwacht.',
    'Ihm auf der Seite Module seine Adresse geben.'),
  'string-voltage-low': words(place => `Die Spannung von ${place} ist in Erhaltungsladung niedrig`,
    'Der Lader ist zu niedrig eingestellt, aus oder an seiner Grenze.', 'Der ganze Strang verliert Ladung.',
    'Den Lader und seinen Schalter prüfen.'),
  'string-voltage-high': words(place => `Die Spannung von ${place} ist hoch`,
    'Der Lader ist zu hoch eingestellt, oder seine Temperaturkompensation ist falsch.',
    'Alle Blöcke gasen, trocknen aus und können durchgehen.', 'Den Lader zurückstellen.'),
  'string-voltage-end': words(place => `Die Spannung von ${place} ist nahe der Entladeschlussspannung`,
    'Der Strang ist fast leer.', 'Die Last geht bald verloren, und tiefere Entladung schadet den Blöcken.',
    'Last verringern, den Generator starten, oder geordnet abschalten.'),
  'string-voltage-deviation-low': stringVoltage, 'string-voltage-deviation-high': stringVoltage,
  'string-current-deviation-low': stringCurrent, 'string-current-deviation-high': stringCurrent,
  'temperature-spread': words(place => `Die Blöcke von ${place} sind ungleich warm`,
    'Sonne, eine Heizung oder schlechte Luftführung; oder ein Block heizt sich selbst.',
    'Warme Blöcke nehmen mehr Erhaltungsstrom und altern schneller.',
    'Den wärmsten Block ansehen: wärmt ihn nichts von außen, genau beobachten.'),
  discharge: words(place => `${place} speist die Last`, 'Netz oder Gleichrichter ist ausgefallen, oder jemand prüft.',
    'Die Batterie wird leer.', 'Herausfinden, warum, und wie lange die Batterie noch reicht.'),
  'charger-mis-set': words(place => `Der Lader von ${place} hält eine andere Erhaltungsspannung als die eingestellte`,
    'Der Lader wurde anders eingestellt, oder er kompensiert die Temperatur.',
    'Die Blöcke werden jahrelang über- oder unterladen.', 'Den Lader oder die eingestellte Erhaltungsspannung richtigstellen.'),
  'equalizing-saturated': words(place => `Der Ausgleich von ${place} tut, was er kann, und hat das Band nicht erreicht`,
    'Ein Block weicht weit ab, oder der Strang wurde eben geladen.', 'Die Blöcke finden langsam oder gar nicht zusammen.',
    'Einige Stunden warten; bleibt es, den Block mit dem größten Tastgrad ansehen.'),
  'line-down': words(place => `${place} ist nicht benutzbar`, 'Ihr Kabel, ihr Umsetzer oder das Netz davor.',
    'Keiner ihrer Blöcke wird gemessen, ausgeglichen oder überwacht.', 'Kabel, Umsetzer und deren Versorgung prüfen.'),
  'history-failing': words(() => 'Der Verlauf kann nicht geschrieben werden', 'Die Platte ist voll, schreibgeschützt oder defekt.',
    'Was jetzt geschieht, fehlt später.', 'Platz schaffen oder die Platte ersetzen; das Protokoll sagt, was nicht stimmt.'),
  'history-backlog': words(() => 'Vieles wartet darauf, in den Verlauf geschrieben zu werden', 'Die Platte ist langsam.',
    'Ist die Warteschlange voll, wird das Älteste aufgegeben.', 'Nachsehen, was die Platte sonst benutzt.'),
  'disk-free': words(() => 'Die Platte ist fast voll', 'Der Verlauf ist gewachsen, oder etwas anderes füllt die Platte.',
    'Verlauf, Einstellungen und Protokoll können nicht mehr aufbewahrt werden.',
    'Platz schaffen oder die Größe des Verlaufs in der Anlagendatei verringern.'),
  'clock-jump': words(() => 'Die Uhr ist gesprungen', 'Jemand hat sie gestellt, oder der Zeitserver war lange weg.',
    'Zeiten im Verlauf überlappen oder haben eine Lücke; Verzögerungen und Grenzen sind nicht betroffen.',
    'Den Zeitserver prüfen.'),
};
