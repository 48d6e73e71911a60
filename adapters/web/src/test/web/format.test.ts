// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { equal, match } from 'node:assert/strict';
import {
  amps, blockVolts, celsius, count, deviation, duration, kelvin, milliohms, millivolts, percent, stringVolts, when, zoneOffset,
} from '../../main/web/format';
import { language } from '../../main/web/state/choices';
import { site } from '../../main/web/state/site';
import { aSite } from './samples';

/** With ordinary spaces, to be read here. */
const plain = (words: string) => words.replaceAll('\u00a0', ' ');

function inLanguage(wanted: 'en' | 'de', body: () => void): void {
  const before = language.value;
  language.value = wanted;
  try {
    body();
  } finally {
    language.value = before;
  }
}

test('each kind has its unit and its decimals', () => {
  equal(plain(blockVolts(13_624)), '13.624 V');
  equal(plain(stringVolts(871_680)), '871.7 V');
  equal(plain(millivolts(9)), '9 mV');
  equal(plain(celsius(2_530)), '25.3 °C');
  equal(plain(milliohms(4_812)), '4.81 mΩ');
  equal(plain(amps(-36_200)), '−36.20 A');
  equal(plain(percent(372)), '37 %');
  equal(count(12_345), '12,345');
});

test('figure and unit are never parted', () => {
  match(blockVolts(1), /\u00a0V$/);
});

test('what is not known is said in words', () => {
  for (const figure of [blockVolts, stringVolts, millivolts, celsius, milliohms, amps, percent, deviation, kelvin]) {
    equal(figure(null), 'not measured');
    equal(figure(undefined), 'not measured');
  }
});

test('a difference has its sign, nothing has none, and minus is a minus', () => {
  equal(plain(deviation(12)), '+12 mV');
  equal(plain(deviation(-12)), '−12 mV');
  equal(plain(deviation(0)), '0 mV');
  equal(plain(deviation(-0)), '0 mV');
  equal(plain(deviation(-999)), '−999 mV');
  equal(plain(deviation(1_800)), '+1.80 V');
  equal(plain(deviation(-1_234)), '−1.23 V');
  equal(plain(kelvin(-250)), '−2.5 K');
});

test('a rounded nothing has no sign', () => {
  equal(plain(celsius(-2)), '0.0 °C');
  equal(plain(amps(-4)), '0.00 A');
  equal(plain(kelvin(2)), '0.0 K');
  equal(plain(deviation(0.4)), '0 mV');
});

test('German has a comma, and points between thousands', () => {
  inLanguage('de', () => {
    equal(plain(blockVolts(13_624)), '13,624 V');
    equal(plain(deviation(-1_234)), '−1,23 V');
    equal(count(12_345), '12.345');
    equal(blockVolts(null), 'nicht gemessen');
  });
});

test('lengths of time in their largest units', () => {
  equal(plain(duration(-5)), '0 s');
  equal(plain(duration(45_999)), '45 s');
  equal(plain(duration(12 * 60_000)), '12 min');
  equal(plain(duration(3 * 3_600_000 + 20 * 60_000)), '3 h 20 min');
  equal(plain(duration(3 * 3_600_000)), '3 h');
  equal(plain(duration(12 * 86_400_000 + 1)), '12 d');
});

test('times are those of the site, with and without summer time', () => {
  site.value = aSite();
  equal(zoneOffset(Date.UTC(2026, 0, 15, 12)), 3_600_000);
  equal(zoneOffset(Date.UTC(2026, 6, 15, 12)), 7_200_000);
  const spring = Date.UTC(2026, 2, 29, 1);
  equal(zoneOffset(spring - 1), 3_600_000, 'the last moment of winter');
  equal(zoneOffset(spring), 7_200_000, 'the first one of summer');
  site.value = { ...aSite(), timeZone: 'Asia/Kathmandu' };
  equal(zoneOffset(spring), 20_700_000, 'another site at the same moment');
  site.value = aSite();
  const noon = Date.UTC(2026, 0, 15, 12);
  equal(when(noon, noon + 3_600_000), '13:00:00');
  equal(when(noon, noon + 86_400_000), '15 Jan, 13:00');
});
