// SPDX-License-Identifier: Apache-2.0
import { duration } from '../format';
import { useTick } from '../parts/useTick';
import { serverNow } from '../state/site';

const AGAIN_MILLIS = 1_000;

/** How long something has been so; goes on counting on a page that is left open. */
export function Age({ sinceMillis }: { sinceMillis: number }) {
  useTick(true, AGAIN_MILLIS);
  return <small>{duration(serverNow() - sinceMillis)}</small>;
}
