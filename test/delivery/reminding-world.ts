/** An academy that reminds of one series, with everything that is sent written down as lines: when, where, what. */
import { Temporal } from 'temporal-polyfill';
import { standingOfItem } from '../../src/academy/item-standing.ts';
import type { Allocation, HeldRecord, ParticipantFile } from '../../src/academy/participant-file.ts';
import { calendarOf, planInputOf, yearPlan } from '../../src/academy/plan.ts';
import type { Programme } from '../../src/academy/programme.ts';
import type { AllocatedFunction } from '../../src/academy/roles.ts';
import { stepThrough } from '../../src/delivery/step-through.ts';
import type { Worker, WorkerNeeds } from '../../src/delivery/worker.ts';
import { isOvertaken } from '../../src/services/overtaken.ts';
import type {
  Fact,
  Person,
  PersonSettings,
  ReminderEntry,
  SendOutcome,
  Subject,
} from '../../src/services/ports.ts';
import type { View } from '../../src/services/views.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { addressOf, luton, type ManualTime, openWorld, person, type World } from './world.ts';

/** Reflective supervision alone: session k is due k weeks after the start, on a Monday. */
const weekly: Programme = {
  ...luton,
  series: luton.series.filter(({ id }) => id === 'reflective-supervision'),
  arrangements: [],
  reviews: [],
  induction: null,
  probation: null,
  cadenceDecision: null,
  claims: { ...luton.claims, lastDay: Temporal.PlainDate.from('2014-01-01') },
  supervision: { ...luton.supervision, childFile: { ...luton.supervision.childFile, attestEvery: null } },
};
const calendar = calendarOf(weekly);
export const day = (text: string) => Temporal.PlainDate.from(text);
/** "2026-09-21 09:00" on the wall clock in London. */
export const london = (text: string) =>
  Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime('Europe/London').toInstant();

const clockFace = (at: Temporal.Instant) => {
  const local = at.toZonedDateTimeISO('Europe/London');
  const name = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][local.dayOfWeek - 1];
  return `${name} ${local.toPlainDate().toString().slice(5)} ${local.toPlainTime().toString().slice(0, 5)}`;
};

export interface Reminding {
  readonly world: World;
  /** What was sent so far, oldest first: `Mon 09-21 09:00 post sam: before-5 amara reflective-supervision-1`. */
  readonly sent: readonly string[];
  /** The parts of a worker that say what is reminded of and how it looks. */
  readonly parts: Partial<WorkerNeeds>;
  /** Writes somebody's programme, with the same people again as often as wanted. */
  enrol(id: string, more?: { readonly start?: string; readonly also?: AllocatedFunction }): Promise<void>;
  settings(personId: string, more: Partial<PersonSettings>): Promise<void>;
  commit(id: string, ...facts: readonly Fact[]): Promise<void>;
  file(id: string): Promise<ParticipantFile>;
  /** Moves the clock there, and everything on the way happens at its time. */
  until(text: string, more?: Partial<WorkerNeeds>): Promise<void>;
  /** Nobody was at work on the way: the clock stands there, and a worker starts again. */
  jump(text: string): Promise<void>;
  /** The same with a worker of the test's own. */
  stepWith(worker: Worker, text: string): Promise<void>;
  drain(): Promise<void>;
  /** The worker of this world ends. */
  stop(): Promise<void>;
}

const heldBySam = (held: AllocatedFunction): Allocation => ({
  function: held,
  personId: 'sam',
  name: 'Sam',
  fromOn: day('2026-09-01'),
  untilOn: null,
});

export const held = (item: string, heldOn: string, recordedAt: Temporal.Instant): Fact => {
  const record: HeldRecord = {
    recordId: `record-${item}`,
    item,
    recordedBy: 'sam',
    recordedByName: 'Sam',
    recordedAt,
    submissionId: `submission-${item}`,
    outcome: 'held',
    heldOn: day(heldOn),
    minutes: 90,
    mode: 'face-to-face',
    themes: ['wellbeing'],
    childFile: 'yes',
    templateUsed: true,
    coWorkerRecorded: false,
    actions: [],
  };
  return { fact: 'session-recorded', record };
};

const message = (summary: string): View => ({
  card: 'message',
  summary,
  data: { heading: summary, tone: 'default', lines: [], facts: [], actions: [] },
});

/** What a subject looks like: each reminder in a word or two, as the file stands now. */
function showing(world: World) {
  const { files } = world.repositories;

  async function lineOf({ participantId, item, dueOn, stage }: ReminderEntry) {
    const file = (await files.load(participantId))?.file;
    if (file === undefined) return { standing: 'moved', overtaken: false, text: '' };
    const now = world.time.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate();
    const plan = yearPlan(weekly, calendar, planInputOf(file), now);
    const found = plan.items.find(({ id }) => id === item);
    const needs = { programme: weekly, calendar };
    const overtaken = found !== undefined && isOvertaken(needs, file, found, { stage, dueOn }, now);
    const standing = standingOfItem(plan, item, dueOn);
    return {
      standing,
      overtaken,
      text: `${stage} ${participantId} ${item.replace('reflective-supervision-', '#')}`,
    };
  }

  async function showReminders(isStanding: boolean, entries: readonly ReminderEntry[]) {
    const lines = await Promise.all(entries.map(lineOf));
    const open = lines.filter(({ standing, overtaken }) => standing === 'open' && !overtaken);
    if (!isStanding && open.length === 0) return undefined;
    const shown = isStanding ? lines : open;
    const texts = shown.map(({ standing, text }) => (standing === 'open' ? text : `${text} (${standing})`));
    return message(texts.toSorted().join(', '));
  }

  async function showAlert(subject: Extract<Subject, { alertId: string }>) {
    const file = (await files.load(subject.participantId))?.file;
    const all = [...(file?.alerts ?? []), ...(file?.overdueAlerts ?? [])];
    const alert = all.find(({ alertId }) => alertId === subject.alertId);
    const open = alert?.acknowledged === null ? 'open' : 'acknowledged';
    const state = alert?.resolved === null ? open : 'closed';
    return message(`${subject.card} ${subject.alertId} again ${subject.again} ${state}`);
  }

  return async (
    _: unknown,
    subject: Subject,
    isStanding: boolean,
    entries: readonly ReminderEntry[],
  ): Promise<View | undefined> => {
    if (subject.card === 'reminders') return showReminders(isStanding, entries);
    return 'alertId' in subject ? showAlert(subject) : message(subject.card);
  };
}

export async function openReminding(existing?: {
  readonly storage: Storage;
  readonly time: ManualTime;
}): Promise<Reminding> {
  const world = await openWorld(existing);
  const { repositories, time, teams } = world;
  const sent: string[] = [];
  const noted = async (kind: string, to: string, summary: string, outcome: Promise<SendOutcome>) => {
    sent.push(`${clockFace(time.clock.now())} ${kind} ${to.replace('chat-', '')}: ${summary}`);
    return outcome;
  };
  const { messenger } = teams;
  const parts: Partial<WorkerNeeds> = {
    programme: weekly,
    calendar,
    showSubject: showing(world),
    messenger: {
      toPerson: (to, card) =>
        noted('post', to.conversationId ?? '', card.summary, messenger.toPerson(to, card)),
      toChannel: (to, card) => noted('post', to.name, card.summary, messenger.toChannel(to, card)),
      update: (posted, card) =>
        noted('update', posted.conversationId, card.summary, messenger.update(posted, card)),
    },
  };
  const worker = world.worker(parts);
  const stepWith = (one: Worker, text: string) =>
    stepThrough({ ...repositories, clock: time.clock }, london(text), {
      moveTo: (at) => time.advance(time.clock.now().until(at)),
      finish: () => one.drain(),
    });
  const nqsw = (id: string): Person => person(`${id}-nqsw`, { participantId: id });
  return {
    world,
    sent,
    parts,
    async enrol(id, { start = '2026-09-21', also } = {}) {
      const participant = {
        id,
        personId: `${id}-nqsw`,
        name: id,
        cohort: 'September 2026',
        startOn: day(start),
        fte: 1,
        contractedHours: 37,
        team: 'North',
      };
      const people = [nqsw(id), person('sam', { roles: ['senior-practitioner'] })];
      const functions = ['reflective-supervisor', ...(also === undefined ? [] : [also])] as const;
      await repositories.roster.save(people, [{ participant, allocations: functions.map(heldBySam) }]);
      for (const one of people) await repositories.addresses.savePerson(addressOf(one.id));
    },
    async settings(personId, more) {
      await repositories.preferences.change(personId, (old) => ({ ...old, ...more }), time.clock.now());
    },
    async commit(id, ...facts) {
      const read = await repositories.files.load(id);
      if (read === undefined) throw new Error(`There is no file of ${id}.`);
      const done = await repositories.files.commit(id, read.version, facts, time.clock.now());
      if (done !== 'committed') throw new Error('The facts could not be committed.');
    },
    async file(id) {
      const read = await repositories.files.load(id);
      if (read === undefined) throw new Error(`There is no file of ${id}.`);
      return read.file;
    },
    async until(text, more) {
      const own = more === undefined ? undefined : world.worker({ ...parts, ...more });
      if (own !== undefined) await worker.stop();
      await stepWith(own ?? worker, text);
    },
    async jump(text) {
      await time.advance(time.clock.now().until(london(text)));
      await worker.drain();
    },
    stepWith,
    drain: () => worker.drain(),
    async stop() {
      const stopped = worker.stop();
      await time.advance({ seconds: 11 });
      await stopped;
    },
  };
}
