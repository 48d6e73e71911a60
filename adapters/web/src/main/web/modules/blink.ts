// SPDX-License-Identifier: Apache-2.0
import { post } from '../state/api';

/** As long as the sentences say that a LED blinks. */
const SECONDS = 30;

/** Lets the LED of a device blink, so that it is found in the room. */
export function blink(line: string, address: number): Promise<unknown> {
  return post(`/lines/${encodeURIComponent(line)}/blink`, { address, seconds: SECONDS });
}
