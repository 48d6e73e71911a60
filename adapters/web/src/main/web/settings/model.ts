// SPDX-License-Identifier: Apache-2.0

/** What the API says of settings; see docs/api.md. */

export interface Setting {
  key: string;
  group: 'site' | 'batteries' | 'strings' | 'lines' | 'blocks' | string;
  subject: string | null;
  name: string;
  title: string;
  kind: 'text' | 'switch' | 'choice' | 'number' | 'duration';
  value: string;
  default: string;
  given: boolean;
  lockedInLine: number | null;
  allowed: string;
  mostCharacters: number | null;
  words: string[];
  /** What it belongs to; none for the site as a whole. */
  strings: string[];
}

export interface VersionHead {
  version: number;
  base: number;
  atMillis: number | null;
  who: string | null;
  why: string | null;
  changeCount: number;
}

export interface Settings extends VersionHead {
  withoutEffect: string[];
  settings: Setting[];
}

export interface Change {
  key: string;
  before: string | null;
  after: string | null;
  default: string | null;
}

/** What a change does. */
export interface Difference {
  version: number;
  changes: Change[];
}
