import { expect, it } from 'vitest';
import { inOneMessage } from '../../src/academy/one-message.ts';
import { noticesBetween } from '../../src/academy/owed.ts';
import { yearPlan } from '../../src/academy/plan.ts';
import { dateAndTime } from '../../src/academy/wording.ts';
import { date, preset } from './support/luton.ts';
import { always, remindedOf } from './support/reminded.ts';

/*
 * A year as a Senior Practitioner would look it over. Amara does not work on Fridays; she is away for four weeks in
 * May and June. What is led by somebody is held and recorded on its day, but for three slips.
 */
const luton = await preset('luton');
const pauses = ['2027-05-17..2027-06-13'];
const slips: Readonly<Record<string, string | null>> = {
  'reflective-supervision-4': null,
  'review-3m': '2026-12-10',
  'case-supervision-6': '2027-03-09',
};

function heldOnTheDay(): Record<string, string> {
  const bare = remindedOf(luton, { pauses });
  const { items } = yearPlan(luton, bare.calendar, bare.input, date('2026-09-07'));
  const held: Record<string, string> = {};
  for (const { id, kind, due } of items) {
    const on = id in slips ? slips[id] : due?.toString();
    const isRecorded = kind === 'supervision' || kind === 'review' || kind === 'recording';
    if (isRecorded && on !== null && on !== undefined) held[id] = on;
  }
  return held;
}

it('A Luton year reads as its people would receive it', async () => {
  const given = {
    name: 'Amara Okafor',
    pauses,
    held: heldOnTheDay(),
    absences: { nqsw: { weekdays: ['fri' as const], leave: [] } },
  };
  const notices = noticesBetween(remindedOf(luton, given), ...always);
  const messages = inOneMessage(notices, ({ recipient }) => recipient);
  const lines = messages.flatMap(({ to, sendAt, notices: told }) => {
    const whom = to === 'academy-manager-channel' ? 'the Academy Manager’s channel' : luton.titles[to];
    const heading = `${dateAndTime(sendAt, luton.timeZone)}, to ${whom}`;
    return [heading, ...told.map(({ stage, text }) => `  ${stage.padEnd(9)}  ${text}`)];
  });
  const counted = `${notices.length} notices in ${messages.length} messages`;
  await expect(`${[counted, '', ...lines].join('\n')}\n`).toMatchFileSnapshot('luton-messages.txt');
});
