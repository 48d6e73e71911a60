// SPDX-License-Identifier: Apache-2.0
import { Cell } from './cell';

/** Where the page is: words of the address behind `#/`. Each place is a link that can be sent to a colleague. */
export const route = new Cell<string[]>(read());

function read(): string[] {
  return location.hash.replace(/^#\/?/, '').split('/').filter(word => word !== '').map(decodeURIComponent);
}

addEventListener('hashchange', () => {
  route.value = read();
});

/** The address of a place. */
export function link(...words: string[]): string {
  return '#/' + words.map(encodeURIComponent).join('/');
}

/** Goes to a place. */
export function go(...words: string[]): void {
  location.hash = link(...words);
}
