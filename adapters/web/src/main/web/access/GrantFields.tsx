// SPDX-License-Identifier: Apache-2.0
import { useCell } from '../state/cell';
import { ROLES } from '../state/access';
import type { Role } from '../state/access';
import { site } from '../state/site';
import { text } from '../text';
import type { Grants } from './model';

/** Chooses a role everywhere, and higher ones for single strings. */
export function GrantFields({ grants, onGrants }: { grants: Grants; onGrants: (grants: Grants) => void }) {
  const here = useCell(site);
  const t = text().access;
  const higher = ROLES.filter(role => role !== 'admin' && ROLES.indexOf(role) > ROLES.indexOf(grants.role));
  const choose = (string: string, role: string) => {
    const strings = { ...grants.strings };
    if (role === '') delete strings[string];
    else strings[string] = role as Role;
    onGrants({ ...grants, strings });
  };
  return (
    <>
      <label class="field"><span>{t.role}</span>
        <select value={grants.role} onChange={event => onGrants({ ...grants, role: event.currentTarget.value as Role })}>
          {ROLES.map(role => <option key={role} value={role}>{t.roles[role]}</option>)}
        </select>
      </label>
      <p class="soft">{t.roleMeans[grants.role]}</p>
      {higher.length > 0 && here && here.strings.length > 1 && (
        <details class="per-string" open={Object.keys(grants.strings).length > 0}>
          <summary>{t.perString}</summary>
          {here.strings.map(string => (
            <label key={string.id} class="field"><span>{string.name}</span>
              <select value={grants.strings[string.id] ?? ''} onChange={event => choose(string.id, event.currentTarget.value)}>
                <option value="">{t.asEverywhere}</option>
                {higher.map(role => <option key={role} value={role}>{t.roles[role]}</option>)}
              </select>
            </label>
          ))}
        </details>
      )}
    </>
  );
}
