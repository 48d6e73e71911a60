// SPDX-License-Identifier: Apache-2.0

/** What the page on protocols says. */
export const interfaces = {
  about: 'PLCs, building systems and network managers read the site over these protocols. None of them can reach a breaker.',
  allOff: 'Only this web server tells of the site: no other protocol is enabled.',
  reading: 'Asking the protocols …',
  states: { OFF: 'off', SERVING: 'serving', FAILED: 'not served everywhere' },
  howOn: (name: string) => `Nobody can read the site over ${name}. Put this into the site file, with addresses of yours, run ./evenfloat check and start the server anew:`,
  example: (name: string) => `Example for ${name}`,
  examples: {
    modbus: 'modbus:\n  enabled: true\n  # this machine only: 127.0.0.1\n  address: 0.0.0.0\n  port: 502\n  # who may connect\n  clients: [192.168.1.0/24]',
    snmp: 'snmp:\n  enabled: true\n  # this machine only: 127.0.0.1\n  address: 0.0.0.0\n  # who may read, with version 3\n  users:\n    - name: monitoring\n      authentication-password: "${file:/etc/evenfloat/snmp-auth}"\n      privacy-password: "${file:/etc/evenfloat/snmp-priv}"',
  } as Record<string, string>,
  where: 'Served at', readers: 'May read', everybody: 'everybody who reaches it', writers: 'May write', nobody: 'nobody',
  may: { acknowledge: 'acknowledge alarms', mute: 'silence the buzzer', equalizing: 'pause equalizing' } as Record<string, string>,
  requests: 'Requests', soMany: (all: string, rate: string) => `${all}, ${rate} a second`,
  refused: 'With an error', connections: 'Connected', turnedAway: 'Turned away', lastError: 'Last error', none: 'none', never: 'never',
  clients: 'Clients', clientsOf: (name: string) => `Clients of ${name}`, noClients: 'Nobody has asked since the server was started.', others: 'all others',
  clientColumns: ['Address', 'Who', 'Over', 'Requests', 'Errors', 'Last'],
  open: (n: string) => `${n} open`,
  tryIt: 'Try it', ownPort: 'PORT is the serial port of the computer that reads.',
  map: 'What stands where', download: (name: string, form: string) => `Map of ${name} as ${form}`,
  forms: { csv: 'CSV', md: 'Markdown', json: 'JSON' },
  view: 'What does a client see?',
  viewMeans: 'The values as they are transferred at this moment, and what they mean. Search for the id of a block, a name, or an address.',
  knownOnly: 'Only what is known', search: 'Block, name or address', nothing: 'Nothing has all these words.',
  shown: (first: string, last: string, all: string) => `${first} to ${last} of ${all}`, former: 'Previous', next: 'Next',
  imageOf: (number: string, time: string) => `Image ${number}, ${time}`,
  pointColumns: ['Address', 'Of', 'Name', 'Transferred', 'Means', 'Form', 'What'],
};
