/** A session that somebody else changed while its form was open: what is new, and what was typed, in one form. */
import type { LearningSet } from '../academy/learning-set.ts';
import type { PlanChoices, PlanSubmission } from './learning-set-form.ts';

/** What a form asks of a session that is planned, in the words of its labels. */
const fields = [
  ['title', 'What it is called'],
  ['facilitator', 'Who leads it'],
  ['onDate', 'Date'],
  ['time', 'Starts at'],
  ['minutes', 'Length in minutes'],
  ['place', 'Where'],
  ['link', 'Meeting link'],
  ['capacity', 'Places'],
  ['presenterSlots', 'How many may present'],
  ['audience', 'Who may come'],
  ['countsFor', 'Coming to it counts for'],
  ['acceptWithinHours', 'Hours to take a place'],
] as const satisfies readonly (readonly [keyof PlanSubmission, string])[];

type Field = (typeof fields)[number][0];

interface Ground {
  readonly choices: PlanChoices;
  /** A session as the form that would plan it so. */
  readonly asPlan: (set: LearningSet) => PlanSubmission;
}

const mostWords = 60;
const short = (text: string) => (text.length > mostWords ? `${text.slice(0, mostWords)}…` : text);

function valueWords({ choices }: Ground, field: Field, value: string): string {
  if (value === '') return 'nothing';
  if (field === 'link') return 'another address';
  if (field === 'facilitator') return choices.facilitators.find(({ id }) => id === value)?.name ?? 'somebody';
  if (field === 'countsFor') return choices.series.find(({ id }) => id === value)?.title ?? 'nothing else';
  if (field === 'audience') return value === 'everybody' ? value : `the ${value.replace(':', ' ')}`;
  return short(value);
}

const mostNamed = 4;

/** Whoever has changed it since, each once. */
function editors({ edits }: LearningSet, seen: number): string {
  const names = [...new Set(edits.filter(({ change }) => change >= seen).map(({ name }) => name))];
  return names.length === 0 ? 'Somebody' : names.join(' and ');
}

/**
 * What was typed, with what somebody else changed meanwhile wherever it was left as it had been shown; and the words that
 * say what that is. Where it is no longer known what had been shown, everything that was typed stays.
 */
export function changedSince(
  ground: Ground,
  set: LearningSet,
  typed: PlanSubmission,
): { readonly merged: PlanSubmission; readonly words: string } {
  const now = ground.asPlan(set);
  const seen = Number(typed.seen);
  const terms = set.edits.find(({ change }) => change === seen)?.before;
  const shown = terms === undefined ? typed : ground.asPlan({ ...set, terms });
  const changed = fields.filter(([field]) => shown[field] !== now[field]);
  const taken = terms === undefined ? [] : changed.filter(([field]) => typed[field] === shown[field]);
  const theirs = Object.fromEntries(taken.map(([field]) => [field, now[field]]));
  const lines = changed.slice(0, mostNamed).map(([field, label]) => {
    const was = terms === undefined ? '' : ` (was ${valueWords(ground, field, shown[field])})`;
    return `${label}: ${valueWords(ground, field, now[field])}${was}.`;
  });
  const more = changed.length > mostNamed ? [`${changed.length - mostNamed} more answers.`] : [];
  const words = [
    `Nothing of yours has been saved yet: ${editors(set, seen)} changed this session after you opened the form. It now says:`,
    ...lines,
    ...more,
    'Your own answers are still here: look at them, and save again.',
  ].join(' ');
  return { merged: { ...typed, ...theirs, seen: now.seen }, words };
}
