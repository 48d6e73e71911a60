// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';
import { get } from '../state/api';
import { Cell, useCell } from '../state/cell';
import type { Definition } from './model';

/** Every sort of alarm; they do not change while a server runs. */
const definitions = new Cell<Definition[]>([]);

/** Every sort of alarm, empty before the server has said them. */
export function useDefinitions(): Definition[] {
  const known = useCell(definitions);
  useEffect(() => {
    if (definitions.value.length > 0) return;
    get<{ definitions: Definition[] }>('/alarms/definitions').then(answer => { definitions.value = answer.definitions; })
      .catch(() => undefined);
  }, []);
  return known;
}
