import { phrasesOf } from './concept.ts';
import type { Intent } from './intents.ts';
import { type ConceptName, elsewhereNames, isConcept, weightOf } from './lexicon.ts';
import { type Question, questions } from './questions.ts';
import type { Reading, Span } from './reading.ts';

/** How well a message fits one intent: 1 when every word that says something is explained. */
export interface Fit {
  readonly intent: Intent;
  readonly confidence: number;
}

interface Form {
  readonly needs: readonly (readonly ConceptName[])[];
  readonly forbids: readonly ConceptName[];
  readonly certainty: number;
}

/** A form of a question is only as good as what it says of itself. */
const certaintyOf = { '': 1, '~~': 0.72, '~': 0.5 } as const;
/** What a word that nobody explains counts against everything. */
const unexplainedWeight = 1.6;
/** A concept that says little counts little when it is left over. */
const slightWeight = 1;

export class UnknownConcept extends Error {
  readonly code = 'unknown-concept';
  constructor(name: string, line: string) {
    super(`"${name}" in "${line}" is no concept of the vocabulary`);
  }
}

/** What is left of any answer when a clause also speaks of what others answer. */
const notForTheAcademy = 0.3;

interface Compiled {
  readonly intent: Intent;
  readonly forms: readonly Form[];
  readonly alongside: ReadonlySet<ConceptName>;
}

const compiled = compiledQuestions(questions);

/** Checks every concept that the questions name; a name that is none is a fault of the table, found at start. */
export function compiledQuestions(table: readonly Question[]): readonly Compiled[] {
  return table.map((question) => ({
    intent: question.intent,
    forms: phrasesOf(question.asked).map(formFrom),
    alongside: new Set(phrasesOf(question.alongside).flatMap((line) => conceptsIn(line.split(' '), line))),
  }));
}

function formFrom(line: string): Form {
  const mark = /^(?:~~|~)?/u.exec(line)?.[0] as keyof typeof certaintyOf;
  const groups = line.slice(mark.length).split(' ');
  return {
    needs: groups
      .filter((group) => !group.startsWith('!'))
      .map((group) => conceptsIn(group.split('|'), line)),
    forbids: conceptsIn(
      groups.filter((group) => group.startsWith('!')).map((group) => group.slice(1)),
      line,
    ),
    certainty: certaintyOf[mark],
  };
}

function conceptsIn(names: readonly string[], line: string): ConceptName[] {
  return names.map((name) => {
    if (!isConcept(name)) throw new UnknownConcept(name, line);
    return name;
  });
}

type Ranked = Fit & { readonly rank: number };

/** Every intent that the message could have, the best first. */
export function fits(reading: Reading): readonly Fit[] {
  const present = new Set(reading.spans.flatMap((span) => [...span.concepts, ...span.inner]));
  const doubt = elsewhereNames.some((name) => present.has(name)) ? notForTheAcademy : 1;
  return compiled
    .map((question) => bestForm(question, reading, present, doubt))
    .filter((fit) => fit !== null)
    .sort((a, b) => b.rank - a.rank);
}

/** Of two forms that explain as much, the one that needed more of it was meant. */
function bestForm(
  question: Compiled,
  reading: Reading,
  present: ReadonlySet<ConceptName>,
  doubt: number,
): Ranked | null {
  let best: Ranked | null = null;
  for (const form of question.forms) {
    if (!applies(form, present)) continue;
    const { fit, needed } = fitOf(form, question.alongside, reading);
    const confidence = fit * form.certainty * doubt;
    const rank = confidence + 0.02 * Math.min(needed, 10);
    if (best === null || rank > best.rank) best = { intent: question.intent, confidence, rank };
  }
  return best;
}

function applies(form: Form, present: ReadonlySet<ConceptName>): boolean {
  return (
    form.needs.every((group) => group.some((name) => present.has(name))) &&
    !form.forbids.some((name) => present.has(name))
  );
}

function fitOf(
  form: Form,
  alongside: ReadonlySet<ConceptName>,
  reading: Reading,
): { fit: number; needed: number } {
  const needed: ReadonlySet<ConceptName> = new Set(form.needs.flat());
  let explained = 0;
  let left = unexplainedWeight * reading.unexplained.length;
  let neededWeight = 0;
  for (const span of reading.spans) {
    const byNeed = heaviest(span.concepts, needed);
    const own = Math.max(byNeed, heaviest(span.concepts, alongside));
    const inner = own > 0 ? 0 : heaviest(span.inner, needed);
    neededWeight += byNeed + inner;
    explained += own + inner;
    if (own === 0) left += inner > 0 ? Math.max(leftover(span), inner) / 2 : leftover(span);
  }
  return { fit: explained / (explained + left), needed: neededWeight };
}

function heaviest(names: readonly ConceptName[], wanted: ReadonlySet<ConceptName>): number {
  return Math.max(0, ...names.filter((name) => wanted.has(name)).map((name) => weightOf(name).weight));
}

function leftover(span: Span): number {
  const weights = span.concepts.map(weightOf);
  if (weights.some(({ background }) => background)) return 0;
  const least = Math.min(...weights.map(({ weight }) => weight));
  return least <= slightWeight ? least / 4 : least;
}
