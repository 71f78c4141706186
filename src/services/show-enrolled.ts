import { holdingsOn } from '../academy/holding.ts';
import { longDate } from '../academy/wording.ts';
import { functionTitle } from './allocation-form.ts';
import { ask, whatsNext } from './ask-buttons.ts';
import { message } from './short-answers.ts';
import type { ShowEntry } from './show-year-entry.ts';

/** That somebody is on the programme: to the NQSW with who supports them, to each of these with what they do. */
export const showEnrolled: ShowEntry<'enrolled'> = (needs, { person, today }, file, { cohort, startOn }) => {
  const { name, personId, team } = file.participant;
  const begins =
    startOn === null ? 'The first day is not known yet.' : `The first day is ${longDate(startOn)}.`;
  const held = holdingsOn(file, today);
  if (person.id === personId) {
    const own =
      startOn === null ? begins : `Your first day is ${longDate(startOn)}. Every date is counted from it.`;
    return message('You are on the programme', [`You are in the cohort ${cohort}. ${own}`], {
      facts: held.map((one) => ({ title: functionTitle(needs, one.function), value: one.name })),
      actions: [whatsNext, ask('My year', 'my-year')],
    });
  }
  const titles = held
    .filter((one) => one.personId === person.id)
    .map((one) => functionTitle(needs, one.function));
  if (titles.length === 0) return undefined;
  const where = team === '' ? '' : ` in ${team}`;
  return message(
    `${name} joins the programme`,
    [`${name} is in the cohort ${cohort}${where}. ${begins}`, `You are their ${titles.join(' and ')}.`],
    { actions: [ask('My NQSWs', 'my-nqsws'), whatsNext] },
  );
};
