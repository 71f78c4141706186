import { holidaysKnownFrom, type WorkingCalendar } from './calendar.ts';
import { addMonths, type CivilDay, civilDay } from './civil-days.ts';
import { type FloorShortfall, floorShortfall } from './national-floor.ts';
import type { PlanWarning } from './plan-item.ts';
import type { Programme } from './programme.ts';
import { countWords, longDate, shortDay } from './wording.ts';

interface Planned {
  readonly programme: Programme;
  readonly calendar: WorkingCalendar;
  readonly start: CivilDay;
  readonly end: CivilDay | null;
  readonly placed: readonly {
    readonly draft: { readonly id: string };
    readonly placement: { readonly due: CivilDay | null };
  }[];
}

function holidaysUnknown({ calendar, placed }: Planned): PlanWarning[] {
  const until = civilDay(calendar.holidaysUntil);
  const beyond = placed.filter(
    ({ placement: { due } }) => due !== null && (due > until || due < holidaysKnownFrom),
  );
  if (beyond.length === 0) return [];
  const message = `Bank holidays are known until ${longDate(calendar.holidaysUntil)}: ${beyond.length} of these dates lie outside that time and may fall on one`;
  return [{ code: 'holidays-unknown', message, items: beyond.map(({ draft }) => draft.id) }];
}

const wantedWords: Readonly<Record<FloorShortfall['wanted'], string>> = {
  'every-week': 'one in each week',
  'every-fortnight': 'one in each fortnight',
  'every-31-days': 'never more than 31 days',
};

function belowFloor({ programme, start }: Planned): PlanWarning[] {
  const found = floorShortfall(programme, start);
  if (found === null) return [];
  const where = `from ${shortDay(found.after)} on, with ${countWords(found.days, 'day')} to the next session where it asks for ${wantedWords[found.wanted]}`;
  const message = `Reflective supervision in ${programme.council}’s programme is rarer than the national standard ${where}. The standard: weekly for six weeks, fortnightly to six months, then monthly`;
  return [{ code: 'below-national-floor', message }];
}

function beyondLongest({ programme, start, end }: Planned): PlanWarning[] {
  const latest = addMonths(start, programme.longest.count);
  if (end === null || end <= latest) return [];
  const message = `The programme would end on ${shortDay(end)}, more than ${programme.longest.count} months after its start`;
  return [{ code: 'beyond-24-months', message, items: ['programme-end'] }];
}

function regimeChanged({ programme, start }: Planned): PlanWarning[] {
  const from = civilDay(programme.nextFramework.startsFrom);
  if (start < from) return [];
  const message = `Starts from ${shortDay(from)} come under the ${programme.nextFramework.name}; these dates follow the programme as it is now`;
  return [{ code: 'regime-changed', message }];
}

function capMissing({ programme: { caseload, council } }: Planned): PlanWarning[] {
  if (caseload.cap !== null) return [];
  return [
    {
      code: 'caseload-cap-missing',
      message: `${council} has not set the number of ${caseload.unit} that it protects`,
    },
  ];
}

/** What the people of a plan should know beside its dates (A2, A17). */
export function planWarnings(planned: Planned): PlanWarning[] {
  return [holidaysUnknown, belowFloor, beyondLongest, regimeChanged, capMissing].flatMap((warn) =>
    warn(planned),
  );
}
