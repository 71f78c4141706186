/** What came of the attendance of a group. */
import { countWords, longDate } from '../academy/wording.ts';
import { whatsNext } from './ask-buttons.ts';
import type { Attending, Kept } from './attending.ts';
import { notHeldWords } from './not-held.ts';
import { message } from './short-answers.ts';
import type { FactView, View } from './views.ts';

const namesOf = (all: readonly Kept[], is: Kept['is']) =>
  all.filter((one) => one.is === is).map(({ name }) => name);

const said = (facts: readonly FactView[]) => facts.filter(({ value }) => value !== '');

const toCorrect = 'To correct it, record the same day again.';

/** Of whom nothing was kept, and why. */
function notKept(all: readonly Kept[]) {
  const [notDue, notYours] = [namesOf(all, 'not-due'), namesOf(all, 'not-yours')];
  return {
    facts: said([
      { title: 'Not counted', value: notDue.join(', ') },
      { title: 'Not saved', value: notYours.join(', ') },
    ]),
    lines: [
      ...(notDue.length === 0
        ? []
        : ['Not counted: their programme was paused on that day, had not begun, or has no such date left.']),
      ...(notYours.length === 0 ? [] : ['Not saved: somebody else leads this session for them now.']),
    ],
  };
}

function heldView({ series, on }: Attending, all: readonly Kept[]): View {
  const [there, notThere] = [namesOf(all, 'there'), namesOf(all, 'not-there')];
  const rest = notKept(all);
  const facts = said([
    { title: 'There', value: there.join(', ') },
    { title: 'Not there', value: notThere.join(', ') },
  ]);
  const lines = [
    ...(notThere.length === 0 ? [] : ['Whoever was not there is told that it stands so.']),
    ...rest.lines,
    toCorrect,
  ];
  const count =
    there.length === 0 ? 'nobody was' : countWords(there.length, 'person').replace('persons', 'people');
  return message(`${series.title} on ${longDate(on)}: ${count} there`, lines, {
    tone: 'good',
    facts: [...facts, ...rest.facts],
    actions: [whatsNext],
  });
}

function notHeldView({ series, on, because, rearrangedOn }: Attending, all: readonly Kept[]): View {
  const rest = notKept(all);
  const facts = said([
    { title: 'Why', value: because === null ? '' : notHeldWords[because] },
    { title: 'New date', value: rearrangedOn === null ? '' : longDate(rearrangedOn) },
    { title: 'Told', value: namesOf(all, 'not-held').join(', ') },
  ]);
  const lines = [
    'It counts as missed for them until it is held. When it is, record attendance for that day: it then counts for this session.',
    ...rest.lines,
    toCorrect,
  ];
  return message(`${series.title} on ${longDate(on)}: it did not take place`, lines, {
    tone: 'warning',
    facts: [...facts, ...rest.facts],
    actions: [whatsNext],
  });
}

/** Who was there and who was not, or that there was no session; where nothing could be kept, why. */
export function attendanceSaved(attending: Attending, all: readonly Kept[]): View {
  if (all.some(({ is }) => is === 'not-held')) return notHeldView(attending, all);
  if (all.some(({ is }) => is === 'there' || is === 'not-there')) return heldView(attending, all);
  const { facts, lines } = notKept(all);
  return message('Nothing has been saved', lines, { tone: 'warning', facts, actions: [whatsNext] });
}
