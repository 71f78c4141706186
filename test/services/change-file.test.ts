import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import { changeFile } from '../../src/services/change-file.ts';
import type { Notice, ParticipantFiles } from '../../src/services/ports.ts';
import { amara, nothingHappened } from '../support/empty-file.ts';
import { recordingLog } from '../support/recording-log.ts';

const now = Temporal.Instant.from('2026-10-05T09:00:00Z');
const file: ParticipantFile = {
  ...nothingHappened,
  participant: amara,
};

/** A store in which everybody takes the same time: of those who write at once, one is in time. */
function oneAtATime(): { readonly files: ParticipantFiles; readonly commits: () => number } {
  let version = 0;
  const files: ParticipantFiles = {
    load: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return { file, version: String(version) };
    },
    commit: async (_, read) => {
      await new Promise((resolve) => setImmediate(resolve));
      if (read !== String(version)) return 'conflict';
      version += 1;
      return 'committed';
    },
  };
  return { files, commits: () => version };
}

it('gets thirty people through who change one file at once', async () => {
  const { files, commits } = oneAtATime();
  const needs = {
    files,
    log: recordingLog(),
    alarms: { participant: async () => {}, learningSet: async () => {}, lane: async () => {} },
  };
  const first = { file, version: '0' };
  const fact = { fact: 'audited', verb: 'test', by: 'somebody', outcome: 'done' } as const;
  await Promise.all(
    Array.from({ length: 30 }, () => changeFile(needs, first, now, () => ({ facts: [fact], result: null }))),
  );
  expect(commits()).toBe(30);
});

it('tells the truth about a change that is kept when only its alarm cannot be sent', async () => {
  const { files, commits } = oneAtATime();
  const log = recordingLog();
  const alarms = {
    participant: () => Promise.reject(new Error('the queue is away')),
    learningSet: async () => {},
    lane: async () => {},
  };
  const notice: Notice = {
    key: 'n1',
    recipient: { kind: 'person', personId: 'amara' },
    subject: { card: 'confirm-record', participantId: 'p1', recordId: 'r1' },
    mode: 'show',
    owedAt: now,
  };
  const decision = { facts: [{ fact: 'notice-owed', notice }], result: 'kept' } as const;
  expect(await changeFile({ files, log, alarms }, { file, version: '0' }, now, () => decision)).toBe('kept');
  expect(commits()).toBe(1);
  expect(JSON.stringify(log)).toContain('alarm.not-sent');
});
