import { z } from 'zod';
import { type NotInstalled, notInstalled } from '../services/delivery-report.ts';
import { reasonWords, roleWords } from '../services/delivery-words.ts';
import { printCsv } from '../services/print-csv.ts';
import { withStore } from './open-store.ts';
import type { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { textTable } from './text-table.ts';

const options = z.object({ csv: z.boolean().default(false) });

/** `academy report not-installed`: who on the roster cannot be reached, by team and role. */
export async function reportNotInstalled(typed: unknown, terminal: Terminal): Promise<Outcome> {
  const { csv } = options.parse(typed);
  return withStore(terminal, 'look', async ({ ports, programme }) => {
    const { people, of } = await notInstalled(ports);
    const rolesOf = ({ person }: NotInstalled) =>
      person.roles.map((role) => roleWords(programme, role)).join(', ');
    const sorted = people.toSorted(
      (a, b) =>
        a.person.team.localeCompare(b.person.team, 'en-GB') || rolesOf(a).localeCompare(rolesOf(b), 'en-GB'),
    );
    const table = textTable(sorted, [
      { title: 'team', cell: ({ person }) => person.team },
      { title: 'role', cell: rolesOf },
      { title: 'name', cell: ({ person }) => person.name },
      { title: 'e-mail', cell: ({ person }) => person.email },
      { title: 'why', cell: ({ reason }) => reasonWords(reason) },
    ]);
    const cells = sorted.map((one) => [
      one.person.team,
      rolesOf(one),
      one.person.name,
      one.person.email,
      reasonWords(one.reason),
    ]);
    const intro = `${people.length} of ${of} on the roster cannot be reached.`;
    const readable = people.length === 0 ? intro : `${intro}\n\n${table}`;
    return {
      ok: true,
      json: {
        of,
        people: sorted.map(({ person: { name, email, roles, team }, reason }) => ({
          name,
          email,
          roles,
          team,
          reason,
        })),
      },
      text: csv ? printCsv(['team', 'role', 'name', 'email', 'why'], cells) : readable,
    };
  });
}
