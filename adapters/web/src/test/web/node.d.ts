// SPDX-License-Identifier: Apache-2.0

/** What the tests use of node. */
declare module 'node:test' {
  export function test(name: string, body: () => void | Promise<void>): Promise<void>;
}
declare module 'node:assert/strict' {
  export function ok(value: unknown, message?: string): asserts value;
  export function equal<T>(actual: T, expected: T, message?: string): void;
  export function deepEqual<T>(actual: T, expected: T, message?: string): void;
  export function rejects(
    promise: Promise<unknown>, expected: RegExp | (new (...given: never[]) => Error) | ((failure: never) => boolean)): Promise<void>;
  export function match(actual: string, expected: RegExp, message?: string): void;
  export function doesNotMatch(actual: string, expected: RegExp, message?: string): void;
}
