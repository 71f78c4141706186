import { attendanceAt } from '../academy/attendance.ts';
import { recordingIn } from '../academy/recording.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { whatsNext } from './ask-buttons.ts';
import { itemTitle } from './item-title.ts';
import { notHeldWords } from './not-held.ts';
import { chosenOf, listInput, procedureCard } from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { ShowEntry } from './show-year-entry.ts';
import type { View } from './views.ts';
import { type Given, saveYear, type YearForm, type YearGround, type YearOutcome } from './year-form.ts';

/* Meetings that nobody keeps a list of: the NQSW says that they were there (A7). */

const backDays = 28;
const mostOffered = 12;

/** The meetings of the last four weeks of which nothing is said yet, the newest first. */
function offered({ needs, asker, file }: YearGround) {
  const from = asker.today.subtract({ days: backDays }).toString();
  const today = asker.today.toString();
  return planOf(needs, file, asker.today)
    .items.filter(({ series }) => recordingIn(needs.programme, series) === 'by-nqsw')
    .flatMap((item) => (item.due === null ? [] : [{ ...item, due: item.due }]))
    .filter(({ due }) => from <= due.toString() && due.toString() <= today)
    .filter(({ id }) => attendanceAt(file, id) === undefined)
    .toReversed()
    .slice(0, mostOffered)
    .map(({ id, due }) => ({ code: id, due, title: `${itemTitle(needs.programme, id)}, ${shortDate(due)}` }));
}

function view(ground: YearGround, given: Given): View {
  const list = offered(ground);
  if (list.length === 0) {
    return message('No meeting of the last weeks is open', ['You have said of each that you were there.'], {
      actions: [whatsNext],
    });
  }
  return procedureCard({
    heading: 'Meetings you were at',
    state: 'Of these nobody else keeps a list. Tick those at which you were.',
    sections: [
      {
        title: 'The last four weeks',
        inputs: [listInput(given.filled, 'many', 'codes', 'I was there', list)],
        actions: [saveYear('Save', ground, 'attended', given)],
      },
    ],
  });
}

function decide(ground: YearGround, sent: Parameters<YearForm['decide']>[1]): YearOutcome {
  const list = offered(ground);
  const chosen = chosenOf(list, sent.codes);
  const said = sent.codes.split(',').filter((code) => attendanceAt(ground.file, code)?.attended === true);
  if (chosen.length === 0 && said.length > 0) {
    const titles = said.map((code) => itemTitle(ground.needs.programme, code));
    const heading = 'It stood there already: you were there';
    return { view: message(heading, [...titles, 'Nothing has been changed.'], { actions: [whatsNext] }) };
  }
  if (chosen.length === 0) return { errors: { codes: 'Tick at least one, or leave it as it is.' } };
  const ticked = list.filter(({ code }) => chosen.includes(code));
  return {
    acts: ticked.map(({ code, due }) => ({ entry: 'attendance', item: code, on: due, attended: true })),
    shown: () =>
      message(
        'Saved: you were there',
        ticked.map(({ title }) => title),
        { tone: 'good', actions: [whatsNext] },
      ),
  };
}

export const attendedForm: YearForm = {
  permission: 'attest-attendance',
  title: 'Meetings you were at',
  elseAsked: true,
  view,
  decide,
};

/** There was no session: why, and when it is to be instead. */
function notHeldMessage(title: string, entry: Parameters<typeof showAttendance>[3]): View {
  const { because = 'other', rearrangedOn, byName, on } = entry;
  const another =
    rearrangedOn === undefined
      ? 'No other day has been set for it yet. It counts as missed until it is held.'
      : 'It counts as missed until it is held.';
  return message(`${title} did not take place`, [`${byName} noted it for ${longDate(on)}.`, another], {
    facts: [
      { title: 'Why', value: notHeldWords[because] },
      ...(rearrangedOn === undefined ? [] : [{ title: 'New date', value: longDate(rearrangedOn) }]),
    ],
    actions: [whatsNext],
  });
}

/** Whoever was not there is told that it stands so. */
export const showAttendance: ShowEntry<'attendance'> = ({ programme }, _, file, entry) => {
  const last = attendanceAt(file, entry.item) ?? entry;
  const title = itemTitle(programme, entry.item);
  if (last.because !== undefined) return notHeldMessage(title, last);
  const was = last.attended ? 'there' : 'not there';
  return message(
    `${title}: you were ${was}`,
    [
      `${last.byName} recorded it for ${longDate(last.on)}.`,
      ...(last.attended ? [] : [`If that is not right, please tell ${last.byName}, who can correct it.`]),
    ],
    { actions: [whatsNext] },
  );
};
