/** What a demo NQSW has shown beside their sessions: the induction's topics, the documents of the portfolio, observations. */
import type { Temporal } from 'temporal-polyfill';
import type { AssessmentAct } from '../academy/assessment.ts';
import { addWorkingDays } from '../academy/calendar.ts';
import { programmeWithEvidence } from '../academy/evidence.ts';
import { type PlanInput, yearPlan } from '../academy/plan.ts';
import type { Fact, Person } from '../services/ports.ts';
import type { DemoGround } from './demo-file.ts';

export interface DemoHolder {
  /** What every id begins with. */
  readonly participantId: string;
  readonly startOn: Temporal.PlainDate;
  readonly input: PlanInput;
  readonly nqsw: Person;
  readonly supervisor: Person;
  readonly assessor: Person;
}

type Day = Temporal.PlainDate;

const isBefore = (one: Day, other: Day) => one.toString() < other.toString();

const noon = (on: Day, { programme }: DemoGround) =>
  on.toZonedDateTime({ timeZone: programme.timeZone, plainTime: '12:00' }).toInstant();

/** A topic every third working day, so that the newest NQSW is in the middle of it. */
function inductionFacts({ participantId, startOn, supervisor }: DemoHolder, ground: DemoGround): Fact[] {
  const topics = ground.programme.inductionTopics?.topics ?? [];
  return topics.flatMap(({ code }, index): Fact[] => {
    const on = addWorkingDays(ground.calendar, startOn, 3 * (index + 1));
    if (!isBefore(on, ground.today)) return [];
    const entered = { by: supervisor.id, byName: supervisor.name, at: noon(on, ground) };
    const entryId = `${participantId}-induction-${code}`;
    const entry = { entry: 'induction-topic', topic: code, on, ...entered, entryId } as const;
    return [{ fact: 'year-entered', entry, position: index }];
  });
}

/** Documents come in on their day; what fell due within this many days is still to come. */
const stillToComeDays = 14;

interface Act {
  readonly act: AssessmentAct;
  readonly on: Day;
  readonly by: Person;
}

function observed({ input, assessor, supervisor }: DemoHolder, ground: DemoGround): readonly Act[] {
  const { programme, calendar, today } = ground;
  const { total, byAssessor } = programme.observations;
  const held = yearPlan(programme, calendar, input, today).items.flatMap(({ kind, due }) =>
    kind === 'review' && due !== null && isBefore(due, today) ? [addWorkingDays(calendar, due, -5)] : [],
  );
  return held.slice(0, total).map((on, index) => {
    const isAssessors = index < byAssessor;
    const observer = isAssessors ? 'assessor' : 'reflective-supervisor';
    const act = {
      entry: 'observation',
      heldOn: on,
      observer,
      statements: [],
      feedbackGiven: true,
      item: null,
    } as const;
    return { act, on, by: isAssessors ? assessor : supervisor };
  });
}

function documents({ input, nqsw }: DemoHolder, { programme, calendar, today }: DemoGround): readonly Act[] {
  const { items } = yearPlan(programmeWithEvidence(programme), calendar, input, today);
  return items.flatMap(({ id, kind, due }) =>
    kind === 'document' && due !== null && isBefore(due, today.subtract({ days: stillToComeDays }))
      ? [{ act: { entry: 'evidence', item: id, receivedOn: due } as const, on: due, by: nqsw }]
      : [],
  );
}

/** Everything of this kind in one demo NQSW's file. The ids are the same at every call. */
export function portfolioFacts(holder: DemoHolder, ground: DemoGround): readonly Fact[] {
  const acts = [...documents(holder, ground), ...observed(holder, ground)];
  return [
    ...inductionFacts(holder, ground),
    ...acts.map(({ act, on, by }, position): Fact => {
      const entered = { by: by.id, byName: by.name, at: noon(on, ground) };
      const entryId = `${holder.participantId}-portfolio-${position + 1}`;
      return { fact: 'assessment-entered', entry: { ...act, ...entered, entryId }, position };
    }),
  ];
}
