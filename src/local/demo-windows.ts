/** Who sits at the Playground's windows in the demo, and what each can try first. */
import type { Person } from '../services/ports.ts';
import { everybody, nqsws, staff } from './demo-people.ts';
import type { Persona, PlaygroundPerson, PlaygroundTeam } from './playground-config.ts';

export interface DemoWindow {
  readonly persona: Persona;
  /** The person's part in the academy, in a reader's words. */
  readonly part: string;
  /** Three things to do, in order. */
  readonly tries: readonly [string, string, string];
}

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

export const demoWindows: readonly DemoWindow[] = [
  {
    persona: { key: 'demo-nqsw', person: inPlayground(amara), channel: null },
    part: 'NQSW',
    tries: ['when is my next review?', "what's next", 'my caseload is 16'],
  },
  {
    persona: { key: 'demo-senior', person: inPlayground(staff.ruth), channel: null },
    part: `Senior Practitioner, supports ${amara.name}`,
    tries: [
      `record supervision for ${amara.name.split(' ')[0]}`,
      "what's next",
      `${amara.name.split(' ')[0]}'s caseload is 17`,
    ],
  },
  {
    persona: { key: 'demo-manager', person: inPlayground(staff.manager), channel: 'Academy escalations' },
    part: 'Academy Manager',
    tries: [
      'open "Academy escalations" and post: @Academy Assistant use this channel for escalations',
      'acknowledge the alert that 16 children raise there',
      'help',
    ],
  },
];
