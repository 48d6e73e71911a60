// SPDX-License-Identifier: Apache-2.0

/** The little of a browser that the page's modules touch when they are loaded. Tests import it before everything else. */

const kept = new Map<string, string>();
const place = (name: string, value: unknown) =>
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

place('localStorage', {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => kept.set(name, value),
});
place('navigator', { language: 'en-GB' });
place('location', { hash: '', protocol: 'http:' });
place('document', { documentElement: { dataset: {}, lang: '' } });
place('addEventListener', () => undefined);
place('matchMedia', () => ({ addEventListener: () => undefined }));
place('getComputedStyle', () => ({ getPropertyValue: () => '#000000' }));
