// SPDX-License-Identifier: Apache-2.0

/** Lines, their devices and the work on them, as the API says; see docs/api.md. */

export interface LineDevice {
  address: number;
  subject: string;
  type?: string | null;
  serial: string | null;
  firmware: string | null;
  asked: number;
  answered: number;
  lost: number;
  corrupt: number;
  late: number;
}

export interface RelayModule {
  id: string;
  line: string;
  address: number;
  quality: Quality;
  seenAtMillis: number | null;
  relays: { relay: number; use: string; energised: boolean; pulsing: boolean }[];
  inputs: { input: number; name: string; on: boolean; changes: number }[];
}

export interface Breaker {
  id: string;
  strings: string[];
  position: 'CLOSED' | 'OPEN' | 'UNKNOWN';
  quality: Quality;
  seenAtMillis: number | null;
}

export interface Switchgear {
  relayModules: RelayModule[];
  breakers: Breaker[];
}

type Quality = 'GOOD' | 'SUSPECT' | 'STALE' | 'MISSING';

export interface FoundDevice {
  address: number | null;
  subject: string | null;
  serial: string | null;
  type: string | null;
  typeFits: boolean | null;
  firmware: string | null;
  mark: 'expected' | 'unexpected' | 'duplicate' | 'no-address' | 'missing';
}

export interface CheckedDevice {
  address: number;
  subject: string;
  sent: number;
  lost: number;
  corrupt: number;
  minMillis: number | null;
  meanMillis: number | null;
  maxMillis: number | null;
}

export interface GivenAddress {
  address: number;
  subject: string | null;
  serial: string;
  kept: boolean;
}

export interface LineWork {
  line: string;
  kind: 'scan' | 'line-check' | 'addressing' | 'reset-addresses' | null;
  state: 'NONE' | 'RUNNING' | 'DONE' | 'STOPPED' | 'FAILED';
  startedAtMillis: number | null;
  endedAtMillis: number | null;
  done: number;
  total: number | null;
  text: string;
  nextAddress: number | null;
  nextSubject: string | null;
  devices: FoundDevice[];
  checks: CheckedDevice[];
  given: GivenAddress[];
}

export interface Calibration {
  block: string;
  serial: string;
  gainMillionths: number;
  offsetMicrovolts: number;
  temperatureOffsetCentidegrees: number;
  calibratedAtMillis: number | null;
}

export interface Line {
  line: string;
  serialPort: string | null;
  host: string | null;
  port: number | null;
  baud: number;
  sweepPeriodMillis: number;
  up: boolean;
  problem: string | null;
  sweeps: number;
  lastSweepAtMillis: number | null;
  sweepMillis: number | null;
  modules: number;
  missing: number;
  counts: { asked: number; answered: number; lost: number; corrupt: number; late: number } | null;
}
