import { type ExitStanding, exitStanding, type TaskOfExit } from '../academy/exit.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { ask } from './ask-buttons.ts';
import { functionsFor } from './procedure-people.ts';
import { chosenOf, procedureCard } from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import { tickedOutcome, tickingSection } from './ticked-list.ts';
import type { ProcedureView, View } from './views.ts';
import {
  freshGiven,
  type Given,
  type YearForm,
  type YearGround,
  type YearOutcome,
  type YearSent,
} from './year-form.ts';

const standingOf = ({ needs, asker, file }: YearGround) =>
  exitStanding(needs.programme, file, planOf(needs, file, asker.today));

/** What the asker can tick now: open tasks of a function that they hold. */
function theirs({ asker, file }: YearGround, { tasks }: ExitStanding): readonly TaskOfExit[] {
  const functions = functionsFor(asker, file, 'see-exit');
  return tasks.filter(
    ({ owner, doneOn, isAsked }) => isAsked && doneOn === null && functions.includes(owner),
  );
}

function taskWords({ needs, asker, file }: YearGround, task: TaskOfExit): string {
  const { title, owner, doneOn, from, on } = task;
  const isOwn = owner === 'nqsw' && file.participant.personId === asker.person.id;
  const who = isOwn ? 'you' : owner === 'nqsw' ? file.participant.name : needs.programme.titles[owner];
  if (doneOn !== null) return `${title} (${who}): done on ${shortDate(doneOn)}`;
  if (!task.isAsked && from === 'completion') return `${title} (${who}): once the programme is completed`;
  return on === null ? `${title} (${who})` : `${title} (${who}): on ${shortDate(on)}`;
}

const ticking = {
  title: 'What you have done',
  list: 'Tasks',
  on: 'Done on',
  button: 'Save what is done',
} as const;

function sectionsOf(ground: YearGround, stand: ExitStanding, given: Given): ProcedureView['sections'] {
  const mine = theirs(ground, stand);
  if (mine.length === 0) return [];
  return [tickingSection(ground, 'exit', ticking, mine, given)];
}

function linkOf(ground: YearGround, stand: ExitStanding): ProcedureView['link'] {
  const linked = theirs(ground, stand).find(({ link }) => link !== null);
  return linked === undefined || linked.link === null ? null : { title: 'Open the form', url: linked.link };
}

function stateWords({ endsOn, completedOn, tasks }: ExitStanding): string {
  if (tasks.every(({ doneOn }) => doneOn !== null)) return 'Everything is done';
  return completedOn === null
    ? `The programme ends on ${longDate(endsOn)}`
    : `The programme was completed on ${longDate(completedOn)}`;
}

function notOpen(
  { needs: { programme }, asker, file }: YearGround,
  stand: ExitStanding | null,
  heading: string,
): View {
  const isOwn = file.participant.personId === asker.person.id;
  const onward = isOwn ? ask('My year', 'my-year') : ask('My NQSWs', 'my-nqsws');
  const told = (line: string) => message(heading, [line], { actions: [onward] });
  if (programme.exit === null)
    return told(`${programme.council} names nothing to be done at the end of the programme.`);
  return told(
    stand === null
      ? 'The end of the programme has no date at the moment.'
      : `What is to be done then is asked for from ${longDate(stand.opensOn)} on.`,
  );
}

function exitView(ground: YearGround, given: Given, note: string | null = null): View {
  const { asker, file } = ground;
  const isOwn = file.participant.personId === asker.person.id;
  const heading = isOwn ? 'The end of your programme' : `The end of ${file.participant.name}’s programme`;
  const stand = standingOf(ground);
  if (stand === null || !stand.isOpen) return notOpen(ground, stand, heading);
  const isDone = stand.tasks.every(({ doneOn }) => doneOn !== null);
  return procedureCard({
    heading,
    tone: isDone ? 'good' : 'default',
    state: stateWords(stand),
    pathTitle: 'The tasks',
    path: stand.tasks.map((task) => ({
      title: taskWords(ground, task),
      mark: task.doneOn !== null ? 'done' : task.isAsked ? 'now' : 'ahead',
    })),
    link: linkOf(ground, stand),
    sections: sectionsOf(ground, stand, given),
    note,
  });
}

function decide(ground: YearGround, sent: YearSent): YearOutcome {
  const stand = standingOf(ground);
  const fresh = (file: ParticipantFile, note: string | null = null) =>
    exitView({ ...ground, file }, freshGiven(ground.needs), note);
  if (stand === null || !stand.isOpen) return { view: fresh(ground.file) };
  const mine = theirs(ground, stand);
  const codes = chosenOf(mine, sent.codes);
  const isDoneAlready = stand.tasks.some(
    ({ code, doneOn }) => doneOn !== null && sent.codes.split(',').includes(code),
  );
  if (codes.length === 0 && isDoneAlready) {
    return { view: fresh(ground.file, 'That was done already. Nothing has been changed.') };
  }
  if (mine.length === 0) {
    return {
      view: fresh(ground.file, 'There is nothing here for you to tick now. Nothing has been changed.'),
    };
  }
  return tickedOutcome(ground, 'exit', codes, sent, {
    noneTicked: 'Choose at least one task of yours.',
    act: (task, on) => ({ entry: 'exit-task', task, on }),
    shown: (after) => fresh(after),
  });
}

/** What belongs to the end of a programme (Q21, D9, D10): each task is ticked by whoever owns it. */
export const exitForm: YearForm = {
  permission: 'see-exit',
  title: 'The end of the programme',
  view: exitView,
  decide,
};
