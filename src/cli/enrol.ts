import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type EnrolmentStep, leavingReasons } from '../academy/enrolment.ts';
import { enrolmentDates, enrolmentOf } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { calendarOf, planInputOf, yearPlan } from '../academy/plan.ts';
import { longDate } from '../academy/wording.ts';
import { createAlarms } from '../delivery/alarms.ts';
import { createLog } from '../log.ts';
import { stepRefusedWords, stepWords } from '../services/enrolment-words.ts';
import {
  chooseStandards,
  type Enroller,
  requireReview,
  type StepRefusal,
  takeEnrolmentStep,
} from '../services/manage-enrolment.ts';
import { didYouMean } from '../services/nearest-word.ts';
import type { Person } from '../services/ports.ts';
import { type OpenStore, withStore } from './open-store.ts';
import { civilDate, emailAddress, formProblems } from './option-values.ts';
import { type Failed, type OptionProblem, type Outcome, optionsFailed } from './outcome.ts';
import { spanWords } from './plan-report.ts';
import type { Terminal } from './terminal.ts';
import { onProgramme } from './typed-path.ts';

const steps = ['start', 'complete', 'leave', 'return', 'extend'] as const;

const reason = z.enum(leavingReasons, `is one of ${leavingReasons.join(', ')}`);
const onWhichProgramme = z.object({
  programme: z.string().min(1, 'is empty: name a preset or a file').optional(),
});
const enrolOptions = onWhichProgramme.extend({
  on: civilDate.optional(),
  to: civilDate.optional(),
  reason: reason.optional(),
  cohort: z.string().trim().min(1, 'is empty: name the cohort').max(100).optional(),
});
type EnrolOptions = z.output<typeof enrolOptions>;
type StepOption = Exclude<keyof EnrolOptions, 'programme'>;

/** Which options belong to which step; `on` is today when it is not given. */
const optionsOf: Readonly<Record<(typeof steps)[number], readonly StepOption[]>> = {
  start: ['on'],
  complete: ['on'],
  leave: ['on', 'reason'],
  return: ['on', 'cohort'],
  extend: ['to'],
};

const examples: Readonly<Record<StepOption, string>> = {
  on: '2026-09-07',
  to: '2027-12-01',
  reason: 'agency-work',
  cohort: '"Spring 2027"',
};

const usage = (option: string, message: string): OptionProblem => ({ code: 'usage', option, message });

function wrongOptions(step: (typeof steps)[number], options: EnrolOptions): OptionProblem[] {
  const names = ['on', 'to', 'reason', 'cohort'] as const;
  return names.flatMap((name): OptionProblem[] => {
    const belongs = optionsOf[step].includes(name);
    const given = options[name] !== undefined;
    if (given && !belongs) {
      const wanted = optionsOf[step].map((one) => `--${one}`).join(' and ');
      return [usage(`--${name}`, `does not belong to ${step}, which takes ${wanted}`)];
    }
    if (given || !belongs || name === 'on') return [];
    return [usage(`--${name}`, `is missing: ${step} needs it, for example --${name} ${examples[name]}`)];
  });
}

/** The step that the words describe. */
function stepOf(
  step: (typeof steps)[number],
  { on, to, reason: why, cohort }: EnrolOptions,
  today: Temporal.PlainDate,
): EnrolmentStep {
  const day = on ?? today;
  switch (step) {
    case 'start':
    case 'complete':
      return { step, on: day };
    case 'leave':
      return { step, on: day, reason: why ?? 'not-disclosed' };
    case 'return':
      return { step, on: day, cohort: cohort ?? '' };
    case 'extend':
      return { step, to: to ?? today };
    default:
      return step satisfies never;
  }
}

const refused = (code: string, message: string): Failed => ({ ok: false, exit: 1, code, message });

/** What a service that changes a file is given on the command line, and the NQSW that an e-mail names. */
interface AtWork {
  readonly store: OpenStore;
  readonly needs: Parameters<typeof takeEnrolmentStep>[0];
  readonly who: Enroller;
  readonly today: Temporal.PlainDate;
  readonly person: Person;
  readonly participantId: string;
}

async function withNqsw(
  typedEmail: string,
  terminal: Terminal,
  work: (at: AtWork) => Promise<Outcome>,
): Promise<Outcome> {
  const email = emailAddress.safeParse(typedEmail);
  if (!email.success) return optionsFailed(2, [usage(`"${typedEmail}"`, 'is not an e-mail address')]);
  return withStore(terminal, 'write', async (store) => {
    const { programme, clock, ports, storage, newId } = store;
    const person = await ports.people.byEmail(email.data);
    if (person === undefined) {
      return refused(
        'unknown-person',
        `${email.data} names nobody the academy knows: import a roster that has them`,
      );
    }
    const { participantId } = person;
    if (participantId === null) {
      return refused(
        'no-nqsw',
        `${person.name} is not an NQSW of this academy, so there is no enrolment to change`,
      );
    }
    const now = clock.now();
    const today = now.toZonedDateTimeISO(programme.timeZone).toPlainDate();
    const needs = {
      programme,
      calendar: calendarOf(programme),
      files: ports.files,
      alarms: { ...createAlarms(storage.alarms, clock) },
      newId,
      log: createLog('silent'),
    };
    return work({ store, needs, who: { kind: 'command-line', now, today }, today, person, participantId });
  });
}

const iso = (date: Temporal.PlainDate | null) => date?.toString() ?? null;

/** How somebody now stands, as scripts and readers are told after each of these commands. */
function standingOf({ needs, today, person }: AtWork, file: ParticipantFile) {
  const { programme, calendar } = needs;
  const plan = yearPlan(programme, calendar, planInputOf(file, programme.timeZone), today);
  const enrolment = enrolmentOf(file);
  const { lastOn, extension } = enrolmentDates(file);
  const json = {
    email: person.email,
    name: person.name,
    state: enrolment.state,
    cohort: enrolment.cohort,
    start: iso(plan.start),
    end: iso(plan.end),
    lastDay: iso(lastOn),
    extendedTo: iso(extension?.to ?? null),
    required: file.required,
    standards: file.standards.at(-1)?.standards ?? null,
  };
  const next = `To see the dates: npm run academy -- ask "my year" --as ${person.email}`;
  const dates = lastOn === null ? spanWords(plan) : `last day ${longDate(lastOn)}`;
  return { json, text: `${person.name} (${enrolment.cohort}): ${dates}\n${next}` };
}

/** `academy enrol`: one step of somebody's enrolment. */
export async function enrol(
  email: string,
  typedStep: string,
  typed: unknown,
  terminal: Terminal,
): Promise<Outcome> {
  const step = steps.find((known) => known === typedStep);
  if (step === undefined) {
    const remedy = didYouMean(typedStep, steps);
    return optionsFailed(2, [
      usage(
        `"${typedStep}"`,
        `is not a step${remedy === '' ? `: it is one of ${steps.join(', ')}` : remedy}`,
      ),
    ]);
  }
  const read = enrolOptions.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  const wrong = wrongOptions(step, read.data);
  if (wrong.length > 0) return optionsFailed(2, wrong);
  return withNqsw(email, onProgramme(terminal, read.data.programme), async (at) => {
    const { needs, who, today, person, participantId } = at;
    const wanted = stepOf(step, read.data, today);
    const taken = await takeEnrolmentStep(needs, who, participantId, wanted);
    if (taken.ok) {
      const { json, text } = standingOf(at, taken.file);
      return { ok: true, json: { step, ...json }, text: `${stepWords(person.name, wanted)}\n${text}` };
    }
    if (taken.refused === 'not-found') return noFile(person);
    const refusal: StepRefusal = taken;
    return refused(taken.refused, stepRefusedWords(person.name, refusal));
  });
}

const noFile = ({ name }: Person) => refused('not-found', `${name} has no file: import the roster again`);

/** `academy require`: a conditional review that is needed. */
export async function requireOf(
  email: string,
  review: string,
  typed: unknown,
  terminal: Terminal,
): Promise<Outcome> {
  const read = onWhichProgramme.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  return withNqsw(email, onProgramme(terminal, read.data.programme), async (at) => {
    const outcome = await requireReview(at.needs, at.who, at.participantId, review);
    if (outcome.ok) {
      const { json, text } = standingOf(at, outcome.file);
      const said = outcome.already ? 'was required already' : 'is required now and has its date';
      return { ok: true, json, text: `The ${review} of ${at.person.name} ${said}.\n${text}` };
    }
    if (outcome.refused === 'not-found') return noFile(at.person);
    const { conditional } = outcome;
    const remedy =
      conditional.length === 0
        ? 'this programme holds every review anyway'
        : `those of this programme are ${conditional.join(', ')}`;
    return refused('not-conditional', `${review} is no review that can be required: ${remedy}`);
  });
}

/** `academy standards`: what somebody's reviews are held against, by hand or by their dates. */
export async function standardsFor(
  email: string,
  code: string,
  typed: unknown,
  terminal: Terminal,
): Promise<Outcome> {
  const read = onWhichProgramme.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  return withNqsw(email, onProgramme(terminal, read.data.programme), async (at) => {
    const { needs, who, participantId, person } = at;
    const outcome = await chooseStandards(needs, who, participantId, code === 'auto' ? null : code);
    if (outcome.ok) {
      const { json, text } = standingOf(at, outcome.file);
      const name = needs.programme.standards.find((one) => one.code === code)?.name;
      const said =
        name === undefined
          ? 'follow their dates again'
          : `are all held against the ${name}, whatever their date`;
      return { ok: true, json, text: `The reviews of ${person.name} ${said}.\n${text}` };
    }
    if (outcome.refused === 'not-found') return noFile(person);
    const message = `${code} names no standards: write ${[...outcome.codes, 'auto'].join(', ')}`;
    return refused('unknown-standards', message);
  });
}
