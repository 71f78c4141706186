/** Who sits at the Playground's windows in the demo. */
import type { Programme } from '../academy/programme.ts';
import type { Person } from '../services/ports.ts';
import { everybody, nqsws, staff } from './demo-people.ts';
import type { PlaygroundPerson, PlaygroundTeam } from './playground-config.ts';
import { managerWindow, nqswWindow, supervisorWindow, type Window } from './windows.ts';

const inPlayground = ({ name, email, entraId }: Person): PlaygroundPerson => ({
  name,
  email,
  entraId: entraId ?? '',
});

const amara = nqsws.find(({ owes }) => owes.includes('reflective-supervision'))?.person ?? staff.ruth;

export const demoTeam: PlaygroundTeam = {
  name: 'Social Work Academy',
  tenantId: '0ddba11d-0000-4000-8000-000000000001',
};

export const demoColleagues: readonly PlaygroundPerson[] = everybody.map(inPlayground);

/** In the store exactly when the demo is. */
export const demoPersonId = staff.manager.id;

const signedInAs = (key: string) => (person: Person, channel: string | null) => ({
  key,
  person: inPlayground(person),
  channel,
});

export const demoWindows = (programme: Programme): readonly Window[] => [
  nqswWindow(programme, amara, signedInAs('demo-nqsw')),
  supervisorWindow(programme, staff.ruth, amara, signedInAs('demo-senior')),
  managerWindow(programme, staff.manager, signedInAs('demo-manager')),
];
