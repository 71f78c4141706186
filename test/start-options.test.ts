import { expect, it } from 'vitest';
import { readStartOptions } from '../src/start-options.ts';

it.each([
  '2026-09-30T10:00',
  '2026-09-30 10:00',
  '2026-09-30',
  '2026-09-30T09:00Z',
  '2026-09-30T10:00:00+01:00',
])('takes --now %s', (now) => {
  expect(readStartOptions(['--now', now, '--no-demo'])).toEqual({
    ok: true,
    options: { playground: true, demo: false, as: [], now },
  });
});

it.each([
  [['--now', 'next Tuesday'], '"next Tuesday" is not a date and time'],
  [['--now', '1999-01-01T10:00Z'], 'The clock keeps to the years 2014 to 2100'],
  [['--demo-only'], 'Options after `npm start --` are'],
])('refuses %j, and says what can be said', (args, words) => {
  const reading = readStartOptions(args);
  expect(reading.ok ? 'taken' : reading.message).toContain(words);
  expect(reading.ok ? 'taken' : reading.message).toContain('--no-playground');
});
