// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { equal } from 'node:assert/strict';
import { amount, perSecond, runnable, viewPath, within } from '../../main/web/interfaces/model';
import { language } from '../../main/web/state/choices';

test('a search is asked for with all its characters', () => {
  equal(viewPath('modbus', '', false, 0, 50), '/interfaces/modbus/view?from=0&count=50');
  equal(viewPath('modbus', ' A1-7 µ&= ', true, 100, 50), '/interfaces/modbus/view?from=100&count=50&known=true&search=A1-7+%C2%B5%26%3D');
});

test('a page behind the end goes to the last that has something', () => {
  equal(within(0, 0, 50), 0);
  equal(within(100, 101, 50), 100);
  equal(within(100, 100, 50), 50);
  equal(within(400, 7, 50), 0);
});

test('requests a second are told only when they are known', () => {
  equal(perSecond(100, 140, 2_000), 20);
  equal(perSecond(100, 100, 2_000), 0);
  equal(perSecond(100, 7, 2_000), null);
  equal(perSecond(100, 140, 10), null);
});

test('a command names the host of the page and keeps the rest', () => {
  equal(runnable('mbpoll -m tcp -p 502 HOST', 'ups.example'), 'mbpoll -m tcp -p 502 ups.example');
  equal(runnable('mbpoll 10.0.0.7', 'ups.example'), 'mbpoll 10.0.0.7');
});

test('amounts stand in the figures of the language', () => {
  language.value = 'en';
  equal(amount('25.30 °C'), '25.30\u00a0°C');
  equal(amount('-1.2 A'), '\u22121.2\u00a0A');
  equal(amount('125 permille'), '12.5\u00a0%');
  equal(amount('13617 mV'), '13.617\u00a0V');
  equal(amount('-500 mA'), '\u22120.500\u00a0A');
  equal(amount('5354 µΩ'), '5.354\u00a0mΩ');
  equal(amount('14 s'), '14\u00a0s');
  equal(amount('running, float'), 'running, float');
  equal(amount(''), '');
  language.value = 'de';
  equal(amount('25.30 °C'), '25,30\u00a0°C');
  equal(amount('13617 mV'), '13,617\u00a0V');
  language.value = 'en';
});
