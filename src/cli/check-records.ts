/** The checks of `academy doctor` that read the academy's records. */
import { randomUUID } from 'node:crypto';
import type { People } from '../services/ports.ts';
import type { AlarmQueue } from '../storage/alarm-queue.ts';
import type { Repositories } from '../storage/repositories.ts';
import type { TableStore } from '../storage/table-store.ts';
import { findUnreadableRows } from '../storage/unreadable-rows.ts';
import { type Finding, faultName, fine, problem, warning } from './finding.ts';
import { counted } from './text-table.ts';

/** Writes a row, reads it and takes it away again: a role that may only read shows here, not at the first record. */
export async function checkWriting(tables: TableStore): Promise<Finding> {
  const key = randomUUID();
  try {
    await tables.put('local', { partitionKey: 'doctor', rowKey: key, schema: 1, body: {} });
    const row = await tables.get('local', 'doctor', key);
    if (row === undefined) throw new Error('a row that was written could not be read');
    await tables.delete('local', 'doctor', key, row.etag);
    return fine('storage', 'a row was written, read and deleted');
  } catch (fault) {
    const remedy =
      'check that the folder can be written, or that the identity has Storage Table Data Contributor';
    return problem('storage', `writing failed (${faultName(fault)})`, remedy);
  }
}

/** How many of the rows that cannot be read are named one by one. */
const mostNamed = 20;

export async function checkRows(tables: TableStore): Promise<readonly Finding[]> {
  const found: string[] = [];
  let count = 0;
  for await (const { table, partitionKey, rowKey, fault } of findUnreadableRows(tables)) {
    count += 1;
    if (found.length < mostNamed) found.push(`${table} ${partitionKey} ${rowKey}: ${fault}`);
  }
  if (count === 0) return [fine('records', 'every row can be read')];
  const remedy =
    'restore the row from a backup, or delete it if it belongs to nothing; the bot works on without it';
  const named = found.map((place) => warning('records', `a row cannot be read: ${place}`, remedy));
  const more = count - found.length;
  return more === 0 ? named : [...named, warning('records', `and ${more} more`, remedy)];
}

export async function checkAlarms(alarms: AlarmQueue): Promise<Finding> {
  const poisoned = await alarms.poisoned();
  if (poisoned.length === 0)
    return fine('records', `${counted(await alarms.depth(), 'alarm', 'alarms')} waiting`);
  const codes = [...new Set(poisoned.map(({ code }) => code))].join(', ');
  return warning(
    'records',
    `${counted(poisoned.length, 'alarm', 'alarms')} put aside after five failures (${codes})`,
    "look for the code in the bot's log; the hourly sweep finds what they stood for",
  );
}

/** Whether anybody can use the bot, and whether alerts have somewhere to go. */
export async function checkPeople({
  people,
  addresses,
}: Pick<Repositories, 'addresses'> & { readonly people: People }): Promise<readonly Finding[]> {
  if (await people.isEmpty()) {
    const remedy =
      'npm run academy -- import roster.csv, or `npm start` without configuration for the demo academy';
    return [warning('people', 'the academy has no people yet', remedy)];
  }
  const [nqsws, managers] = await Promise.all([people.withRole('nqsw'), people.withRole('academy-manager')]);
  const findings = [
    fine(
      'people',
      `${counted(nqsws.length, 'NQSW', 'NQSWs')}, ${counted(managers.length, 'Academy Manager', 'Academy Managers')}`,
    ),
  ];
  if (managers.length === 0) {
    const remedy = 'give somebody the role academy-manager in the roster and import it';
    findings.push(problem('people', 'there is no Academy Manager, so nobody receives alerts', remedy));
  }
  if ((await addresses.escalations()) === undefined) {
    const remedy =
      'the Academy Manager writes "use this channel for escalations" in the channel that is meant';
    findings.push(
      warning(
        'people',
        'no channel is chosen for escalations: alerts go to the Academy Manager one to one',
        remedy,
      ),
    );
  }
  return findings;
}
