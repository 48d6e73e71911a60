// SPDX-License-Identifier: Apache-2.0
import type { Kpi } from './model';

export type KpiName = 'perDay' | 'mean' | 'most' | 'flood' | 'chattering' | 'stale';

export interface Judged {
  name: KpiName;
  /** Null when there is nothing to count. */
  value: number | null;
  good: boolean;
}

/** What is good for one operator. Sources: ANSI/ISA-18.2, table of performance metrics; EEMUA 191. */
export const GOOD: Record<KpiName, number> = { perDay: 150, mean: 1, most: 10, flood: 1, chattering: 0, stale: 4 };

/** Every figure with whether it is good: a rate per day and per 10 min, a share in percent, and numbers. */
export function judged(kpi: Kpi): Judged[] {
  const values: Record<KpiName, number | null> = {
    perDay: kpi.days > 0 ? kpi.raises / kpi.days : null, mean: kpi.perTenMinutes.mean, most: kpi.perTenMinutes.most,
    flood: 100 * kpi.floodShare, chattering: kpi.chattering.length, stale: kpi.stale.length,
  };
  return (Object.keys(GOOD) as KpiName[]).map(name => ({ name, value: values[name], good: (values[name] ?? 0) <= GOOD[name] }));
}
