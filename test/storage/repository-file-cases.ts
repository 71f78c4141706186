/** People, the roster and participants' files, on whichever store is open. */

import { describe, expect, test } from 'vitest';
import type { EnrolmentEntry } from '../../src/academy/participant-file.ts';
import type { Question } from '../../src/academy/question.ts';
import type { Fact } from '../../src/services/ports.ts';
import { StorageUnavailableError } from '../../src/storage/errors.ts';
import { findUnreadableRows } from '../../src/storage/unreadable-rows.ts';
import { nothingHappened } from '../support/empty-file.ts';
import { all } from './adapters.ts';
import {
  allocation,
  at,
  committed,
  day,
  enrol,
  held,
  loaded,
  log,
  notice,
  over,
  participant,
  person,
  ports,
  reachable,
  storage,
  tag,
  watched,
} from './repository-store.ts';

export function fileCases(): void {
  describe('people', () => {
    test('are found by id, e-mail in any case, role and allocation', async () => {
      await enrol();
      const sam = person('sam', { roles: ['senior-practitioner', 'practice-educator'] });
      expect(await ports.people.byId(sam.id)).toEqual(sam);
      expect(await ports.people.byEmail(sam.email.toUpperCase())).toEqual(sam);
      expect((await ports.people.withRole('practice-educator')).map(({ id }) => id)).toContain(sam.id);
      expect(await ports.people.allocatedTo(sam.id)).toEqual([
        { participantId: `${tag}-p`, function: 'reflective-supervisor' },
      ]);
      expect(await ports.people.isEmpty()).toBe(false);
      expect(await ports.people.byEmail(`nobody.${tag}@example.org`)).toBeUndefined();
      expect(await ports.people.byId('no / such # person')).toBeUndefined();
    });

    test('are known by their Entra id once it is remembered, and cannot be taken over by another', async () => {
      await enrol();
      const entraId = `ENTRA-${tag}`;
      expect(await ports.people.byEntraId(entraId)).toBeUndefined();
      await ports.people.rememberEntraId(`${tag}-amara`, entraId);
      await ports.people.rememberEntraId(`${tag}-amara`, entraId.toLowerCase());
      expect((await ports.people.byEntraId(entraId.toLowerCase()))?.id).toBe(`${tag}-amara`);
      expect(reachable).toEqual([entraId]);
      await expect(ports.people.rememberEntraId(`${tag}-amara`, 'another')).rejects.toMatchObject({
        code: 'entra-id-taken',
      });
      expect(await ports.people.byEntraId('another')).toBeUndefined();
    });

    test('bound by two devices at once are bound to one Entra id', async () => {
      await enrol();
      const tried = await Promise.allSettled(
        ['one', 'two', 'three'].map((id) => ports.people.rememberEntraId(`${tag}-sam`, `${tag}-${id}`)),
      );
      expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const known = await Promise.all(
        ['one', 'two', 'three'].map((id) => ports.people.byEntraId(`${tag}-${id}`)),
      );
      expect(known.filter((one) => one !== undefined)).toHaveLength(1);
    });

    test('an NQSW’s question takes three reads: who they are, twice, and their file', async () => {
      await enrol();
      await ports.people.rememberEntraId(`${tag}-amara`, `entra-${tag}`);
      const { counts, tables } = watched();
      const { people, files } = over(tables);
      const asker = await people.byEntraId(`entra-${tag}`);
      expect(counts.reads).toBe(2);
      expect((await files.load(asker?.participantId ?? ''))?.file.participant.name).toBe('Amara Okoro');
      expect(counts.reads).toBe(3);
    });
  });

  describe('a roster', () => {
    test('imported again keeps ids and the Entra id, and changes the rest', async () => {
      await enrol();
      await ports.people.rememberEntraId(`${tag}-sam`, `entra-${tag}`);
      const newcomer = person('new-id-of-sam', {
        email: `${tag}.SAM@example.org`,
        name: 'Sam Newname',
        roles: ['team-manager'],
      });
      const again = {
        ...participant(),
        id: `${tag}-other`,
        personId: `${tag}-new-id-of-amara`,
        team: 'South',
      };
      await ports.roster.save(
        [
          newcomer,
          person('new-id-of-amara', { email: `${tag}.amara@example.org`, participantId: `${tag}-other` }),
        ],
        [{ participant: again, allocations: [allocation('new-id-of-sam', { function: 'host-manager' })] }],
      );
      const sam = await ports.people.byId(`${tag}-sam`);
      expect(sam).toMatchObject({ name: 'Sam Newname', roles: ['team-manager'], entraId: `entra-${tag}` });
      expect(await ports.people.byId(`${tag}-new-id-of-sam`)).toBeUndefined();
      expect((await ports.people.withRole('senior-practitioner')).map(({ id }) => id)).not.toContain(
        `${tag}-sam`,
      );
      const { file } = await loaded();
      expect(file.participant).toEqual({ ...participant(), team: 'South' });
      const byItsOldId = { ...allocation('sam'), name: 'Person new-id-of-sam', function: 'host-manager' };
      expect(file.allocations).toEqual([byItsOldId]);
      expect(await ports.people.allocatedTo(`${tag}-sam`)).toEqual([
        { participantId: `${tag}-p`, function: 'host-manager' },
      ]);
      expect(await ports.files.load(`${tag}-other`)).toBeUndefined();
    });

    test('imported beside a running bot makes a change on the older file a conflict, and keeps the records', async () => {
      await enrol();
      await committed({ fact: 'session-recorded', record: held('r1') });
      const { version } = await loaded();
      await ports.roster.save([], [{ participant: participant(), allocations: [allocation('sam')] }]);
      const fact: Fact = { fact: 'session-recorded', record: held('r2') };
      expect(await ports.files.commit(`${tag}-p`, version, [fact], at)).toBe('conflict');
      expect((await loaded()).file.records.map(({ recordId }) => recordId)).toEqual(['r1']);
    });
  });

  describe('one NQSW who is enrolled without a roster', () => {
    test('has one id, however many ask for it at once, and one file, of whoever opens it first', async () => {
      const email = `${tag}.Nadia@example.org`;
      const ids = await Promise.all([1, 2, 3, 4].map(() => ports.enrolling.idFor(email)));
      const [id = ''] = ids;
      expect(new Set(ids).size).toBe(1);
      expect(await ports.people.byEmail(email)).toBeUndefined();
      const teams = ['North', 'South'];
      const opened = await Promise.all(
        teams.map((team) =>
          ports.enrolling.open(
            { ...participant(), personId: id, team },
            [{ fact: 'allocated', allocation: allocation('sam') }],
            at,
          ),
        ),
      );
      expect(opened.toSorted()).toEqual(['exists', 'opened']);
      const { file } = await loaded();
      expect(file.participant.team).toBe(teams[opened.indexOf('opened')]);
      expect(file.allocations).toEqual([allocation('sam')]);
      const nadia = person('nadia', { id, participantId: `${tag}-p` });
      await ports.enrolling.know(nadia);
      expect(await ports.people.byEmail(email)).toEqual(nadia);
      expect(await ports.enrolling.idFor(email)).toBe(id);
    });

    test('gets an id of their own where the address was somebody else’s before', async () => {
      const email = `${tag}.old@example.org`;
      const id = await ports.enrolling.idFor(email);
      await ports.enrolling.know(person('old', { id }));
      await ports.roster.save([person('moved', { id })], []);
      const other = await ports.enrolling.idFor(email);
      expect(other).not.toBe(id);
      expect(await ports.enrolling.idFor(email)).toBe(other);
    });
  });

  describe('a participant’s file', () => {
    test('holds every fact that was committed, in the order in which it happened', async () => {
      await enrol();
      const later = at.add({ hours: 1 });
      const alert = {
        alertId: 'a1',
        cap: 15,
        count: 16,
        openedAt: at,
        updatedAt: at,
        acknowledged: null,
        assigned: null,
        assignedBefore: [],
        repeatedAt: [at],
        resolved: null,
      };
      const categories = [{ code: 'neglect', count: 3 }];
      const report = { reportId: 'c1', count: 16, categories, by: `${tag}-sam`, byName: 'Sam', at };
      const confirmation = {
        recordId: 'r1',
        answer: 'agreed',
        reason: null,
        by: `${tag}-amara`,
        at: later,
      } as const;
      const made = { by: 'command-line', decidedOn: day('2026-11-01') };
      const entries: readonly EnrolmentEntry[] = [
        { ...made, stepId: 'e1', step: { step: 'start', on: day('2026-09-07') }, at },
        { ...made, stepId: 'e2', step: { step: 'extend', to: day('2027-12-01') }, at },
        {
          ...made,
          stepId: 'e3',
          step: { step: 'leave', on: day('2026-11-30'), reason: 'agency-work' },
          at: at.add({ hours: 2 }),
        },
        {
          ...made,
          stepId: 'e4',
          step: { step: 'return', on: day('2027-04-05'), cohort: 'Spring 2027' },
          at: at.add({ hours: 3 }),
        },
        {
          ...made,
          stepId: 'e5',
          step: { step: 'complete', on: day('2028-01-10') },
          at: at.add({ hours: 4 }),
        },
      ];
      const chosen = { standards: 'pqs', by: 'command-line', at };
      const pause = { pauseId: 'pause', fromOn: day('2026-11-02'), untilOn: null };
      await committed(
        { fact: 'session-recorded', record: held('r2', later) },
        { fact: 'pause-agreed', pause },
      );
      await committed(
        { fact: 'session-recorded', record: held('r1') },
        { fact: 'submission-kept', submissionId: 's / 1', made: 'r1' },
        { fact: 'audited', verb: 'record-supervision', by: `${tag}-sam`, outcome: 'done' },
      );
      const steps = entries.map((entry, position): Fact => ({ fact: 'enrolment-stepped', entry, position }));
      await committed(...steps.toReversed());
      const required = { fact: 'review-required', review: 'review-9m', by: `${tag}-sam` } as const;
      await committed(required, { fact: 'standards-chosen', choice: chosen });
      await committed(required);
      await committed({
        fact: 'standards-chosen',
        choice: { ...chosen, standards: null, at: later },
      });
      await committed({ fact: 'record-confirmed', confirmation }, { fact: 'caseload-reported', report });
      await committed({ fact: 'alert-changed', alert });
      await committed({ fact: 'alert-changed', alert: { ...alert, count: 17, updatedAt: later } });
      expect((await loaded()).file).toEqual({
        ...nothingHappened,
        participant: participant(),
        allocations: [allocation('sam')],
        records: [held('r1'), held('r2', later)],
        confirmations: [confirmation],
        caseloads: [report],
        alerts: [{ ...alert, count: 17, updatedAt: later }],
        pauses: [pause],
        enrolment: entries,
        required: ['review-9m'],
        standards: [chosen, { ...chosen, standards: null, at: later }],
        submissions: new Map([['s / 1', 'r1']]),
      });
    });

    test('holds a question with its words until they are erased, and then the words nowhere', async () => {
      await enrol();
      const question: Question = {
        questionId: 'q / 1',
        wanted: 'reflective-supervisor',
        to: `${tag}-sam`,
        toName: 'Sam',
        handedAs: 'holder-away',
        askedAt: at,
        lapsesAt: at.add({ hours: 24 }),
        words: 'words of a question',
        ended: null,
      };
      await committed({ fact: 'question-changed', question });
      expect((await loaded()).file.questions).toEqual([question]);
      const unreadable = await all(findUnreadableRows(storage.tables));
      expect(unreadable.filter((row) => row.partitionKey === `${tag}-p`)).toEqual([]);
      const ended = { as: 'seen', at: at.add({ hours: 1 }) } as const;
      await committed({ fact: 'question-changed', question: { ...question, words: null, ended } });
      expect((await loaded()).file.questions).toEqual([{ ...question, words: null, ended }]);
      const rows = await all(storage.tables.range({ table: 'participants', partition: `${tag}-p` }));
      expect(rows.filter((row) => row.rowKey.startsWith('file-question'))).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain('words of a question');
    });

    test('takes one of twenty changes made at once on one version, and all of it', async () => {
      await enrol();
      const { version } = await loaded();
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          ports.files.commit(
            `${tag}-p`,
            version,
            [
              { fact: 'session-recorded', record: held(`r${n}`) },
              { fact: 'submission-kept', submissionId: `s${n}`, made: `r${n}` },
              { fact: 'notice-owed', notice: notice(`r${n}`) },
            ],
            at,
          ),
        ),
      );
      expect(outcomes.filter((one) => one === 'committed')).toHaveLength(1);
      const winner = `r${outcomes.indexOf('committed')}`;
      const { file } = await loaded();
      expect(file.records.map(({ recordId }) => recordId)).toEqual([winner]);
      expect([...file.submissions.values()]).toEqual([winner]);
      expect(
        (await ports.owed.of({ kind: 'participant', id: `${tag}-p` })).map((one) => one.notice.key),
      ).toEqual([winner]);
    });

    test('a commit whose reply was lost is committed, one that never arrived is not', async () => {
      await enrol();
      const { version } = await loaded();
      const facts: readonly Fact[] = [{ fact: 'session-recorded', record: held('r1') }];
      const refusing = over(watched(async () => 'refused').tables).files;
      await expect(refusing.commit(`${tag}-p`, version, facts, at)).rejects.toThrow(StorageUnavailableError);
      expect((await loaded()).file.records).toEqual([]);
      const losing = over(watched(async () => 'lost').tables).files;
      expect(await losing.commit(`${tag}-p`, version, facts, at)).toBe('committed');
      expect((await loaded()).file.records).toHaveLength(1);
      expect(await ports.files.commit(`${tag}-p`, version, facts, at)).toBe('conflict');
    });

    test('is not there for an id that nobody has, whatever it is made of', async () => {
      for (const id of ['', 'nobody', '../people', 'a#b?c', '\u0000', 'x'.repeat(5_000)]) {
        expect(await ports.files.load(id)).toBeUndefined();
      }
    });

    test('is read without a row that cannot be read, which the doctor finds and the log names by kind alone', async () => {
      await enrol();
      await committed({ fact: 'session-recorded', record: held('r1') });
      const broken = {
        partitionKey: `${tag}-p`,
        rowKey: 'file-record~0~broken',
        schema: 1,
        body: { name: 'J.S.' },
      };
      const newer = { partitionKey: `${tag}-p`, rowKey: 'file-alert~a', schema: 9, body: {} };
      const foreign = { partitionKey: `${tag}-p`, rowKey: 'file-diary~x', schema: 1, body: {} };
      for (const row of [broken, newer, foreign]) await storage.tables.put('participants', row);
      const { file } = await loaded();
      expect(file.records.map(({ recordId }) => recordId)).toEqual(['r1']);
      expect(log.lines.map(({ ids }) => ids)).toEqual([
        { table: 'participants', kind: 'file-alert', fault: 'newer-schema' },
        { table: 'participants', kind: 'file-diary', fault: 'unknown-kind' },
        { table: 'participants', kind: 'file-record', fault: 'does-not-parse' },
      ]);
      expect(JSON.stringify(log.lines)).not.toContain('J.S.');
      await committed({ fact: 'session-recorded', record: held('r2') });
      const found = (await all(findUnreadableRows(storage.tables))).filter(
        (one) => one.partitionKey === `${tag}-p`,
      );
      expect(found.map(({ rowKey, fault }) => `${rowKey}: ${fault}`)).toEqual([
        'file-alert~a: newer-schema',
        'file-diary~x: unknown-kind',
        'file-record~0~broken: does-not-parse',
      ]);
      for (const { rowKey } of [broken, newer, foreign]) {
        const row = await storage.tables.get('participants', `${tag}-p`, rowKey);
        if (row !== undefined) await storage.tables.delete('participants', `${tag}-p`, rowKey, row.etag);
      }
    });
  });

  describe('owed notices', () => {
    test('stand in the file until they are handed over, one for each key', async () => {
      await enrol();
      await committed(
        { fact: 'notice-owed', notice: notice('n1') },
        { fact: 'notice-owed', notice: notice('n1') },
      );
      await committed({ fact: 'notice-owed', notice: notice('n2') });
      expect(await all(ports.owed.owners())).toContainEqual({ kind: 'participant', id: `${tag}-p` });
      for (const one of await ports.owed.of({ kind: 'participant', id: `${tag}-p` }))
        await ports.owed.handedOver({ kind: 'participant', id: `${tag}-p` }, one);
      expect(await ports.owed.of({ kind: 'participant', id: `${tag}-p` })).toEqual([]);
      expect(await all(ports.owed.owners())).not.toContainEqual({ kind: 'participant', id: `${tag}-p` });
    });
  });
}
