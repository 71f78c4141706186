/** A Luton NQSW's first three weeks as their time goes by: who gets which message when. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stepThrough } from '../../src/delivery/step-through.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya } from './academy-in-teams.ts';
import { marta } from './reminding.ts';

let teams: AcademyInTeams;

/** Thursday 3 September 2026, ten in the morning in London. Amara begins on Monday the 7th. */
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-09-03T09:00:00Z' });
});
afterAll(() => teams.stop());

const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Mon 7 Sep 09:00" in London. */
function clockFace(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO('Europe/London');
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${weekday[local.dayOfWeek - 1]} ${local.day} Sep ${time}`;
}

it('tells everybody what they need when they need it, and updates what has been told', {
  timeout: 120_000,
}, async () => {
  const people = [amara, priya, marta, helen].map((who) => teams.client.person(who));
  for (const person of people) await person.says('help');
  const names = new Map(people.map(({ conversationId, name }) => [conversationId, name.split(' ')[0]]));
  const lines: string[] = [];
  const { academy, connector, time } = teams;
  let seen = connector.taken.length;
  const note = () => {
    const came = connector.taken.slice(seen).map(({ method, conversationId, activity }) => {
      const how = method === 'POST' ? '' : ' (updated)';
      return `${clockFace(time.now)} ${names.get(conversationId)}${how}: ${activity.summary}`;
    });
    lines.push(...came.toSorted());
    seen += came.length;
  };
  const clock = { now: () => time.now };
  await stepThrough({ ...academy.ports, clock }, Temporal.Instant.from('2026-09-25T17:00:00Z'), {
    moveTo: async (at) => {
      time.now = at;
    },
    finish: async () => {
      await teams.settled();
      note();
    },
  });
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "Mon 7 Sep 09:00 Amara: Reflective supervision 1 is due in 7 days
    Mon 7 Sep 09:00 Helen: Funding claim 1: registration for Amara Okoro is due today
    Mon 7 Sep 09:00 Priya: Reflective supervision 1 for Amara Okoro is due in 7 days
    Fri 11 Sep 09:00 Amara: 3 reminders of Fri 11 Sep 2026
    Fri 11 Sep 09:00 Priya: 2 reminders of Fri 11 Sep 2026
    Mon 14 Sep 09:00 Amara: 2 reminders of Mon 14 Sep 2026
    Mon 14 Sep 09:00 Priya: 2 reminders of Mon 14 Sep 2026
    Tue 15 Sep 09:00 Amara: Reflective supervision 1 is overdue
    Tue 15 Sep 09:00 Priya: Reflective supervision 1 for Amara Okoro is overdue
    Thu 17 Sep 09:00 Amara: Reflective supervision 1 is overdue
    Thu 17 Sep 09:00 Priya: Reflective supervision 1 for Amara Okoro is overdue
    Fri 18 Sep 08:45 Amara (updated): 3 reminders of Fri 11 Sep 2026
    Fri 18 Sep 08:45 Priya (updated): 2 reminders of Fri 11 Sep 2026
    Fri 18 Sep 09:00 Amara: 4 reminders of Fri 18 Sep 2026
    Fri 18 Sep 09:00 Priya: 3 reminders of Fri 18 Sep 2026
    Mon 21 Sep 08:45 Amara (updated): 2 reminders of Mon 14 Sep 2026
    Mon 21 Sep 08:45 Amara (updated): 3 reminders of Fri 11 Sep 2026
    Mon 21 Sep 08:45 Amara (updated): Reflective supervision 1 was missed
    Mon 21 Sep 08:45 Amara (updated): Reflective supervision 1 was missed
    Mon 21 Sep 08:45 Amara (updated): Reflective supervision 1 was missed
    Mon 21 Sep 08:45 Priya (updated): 2 reminders of Fri 11 Sep 2026
    Mon 21 Sep 08:45 Priya (updated): 2 reminders of Mon 14 Sep 2026
    Mon 21 Sep 08:45 Priya (updated): Reflective supervision 1 for Amara Okoro was missed
    Mon 21 Sep 08:45 Priya (updated): Reflective supervision 1 for Amara Okoro was missed
    Mon 21 Sep 08:45 Priya (updated): Reflective supervision 1 for Amara Okoro was missed
    Mon 21 Sep 09:00 Amara: 2 reminders of Mon 21 Sep 2026
    Mon 21 Sep 09:00 Helen: Funding claim 1: registration for Benedikt Søgaard is due today
    Mon 21 Sep 09:00 Helen: Reflective supervision 1 for Amara Okoro: due Mon 14 Sep 2026, nothing recorded
    Mon 21 Sep 09:00 Priya: 2 reminders of Mon 21 Sep 2026
    Mon 21 Sep 09:00 Priya: Induction of Amara Okoro: 3 topics still to be covered, 3 days overdue (1 working day)
    Tue 22 Sep 09:00 Amara: Reflective supervision 2 is overdue
    Tue 22 Sep 09:00 Priya: Reflective supervision 2 for Amara Okoro is overdue
    Wed 23 Sep 09:00 Helen (updated): Reflective supervision 1 for Amara Okoro: due Mon 14 Sep 2026, nothing recorded
    Wed 23 Sep 09:00 Helen: Reflective supervision 1 for Amara Okoro: due Mon 14 Sep 2026, nothing recorded
    Thu 24 Sep 09:00 Amara: Reflective supervision 2 is overdue
    Thu 24 Sep 09:00 Priya: Reflective supervision 2 for Amara Okoro is overdue
    Fri 25 Sep 09:00 Amara: 2 reminders of Fri 25 Sep 2026
    Fri 25 Sep 09:00 Helen (updated): Reflective supervision 1 for Amara Okoro: due Mon 14 Sep 2026, nothing recorded
    Fri 25 Sep 09:00 Helen (updated): Reflective supervision 1 for Amara Okoro: due Mon 14 Sep 2026, nothing recorded
    Fri 25 Sep 09:00 Helen: Reflective supervision 1 for Amara Okoro: due Mon 14 Sep 2026, nothing recorded
    Fri 25 Sep 09:00 Priya: Reflective supervision 3 for Amara Okoro is due in 3 days"
  `);
});
