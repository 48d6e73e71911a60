// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { clockWithZone, count } from '../format';
import { useCell } from '../state/cell';
import { connection, health, serverNow, site } from '../state/site';
import { text } from '../text';

/** The server's time; says when it is a simulated one, and stands still while the server is gone. */
export function Clock() {
  const [, tick] = useState(0);
  const speed = useCell(health)?.speed ?? 1;
  const state = useCell(connection).state;
  const here = useCell(site);
  useEffect(() => {
    if (state !== 'open') return undefined;
    const timer = setInterval(() => tick(n => n + 1), 1000);
    return () => clearInterval(timer);
  }, [state]);
  if (!here || state === 'connecting') return <span class="clock" />;
  const simulated = Math.round(speed) !== 1;
  return (
    <span class="clock" title={text().frame.clock}>
      {clockWithZone(serverNow())}
      {simulated && <span class="simulated" title={text().frame.simulated(count(speed))}>×{count(speed)}</span>}
    </span>
  );
}
