import type { Temporal } from 'temporal-polyfill';
import { complianceOf, type ParticipantCompliance } from '../academy/compliance.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { YearPlan } from '../academy/plan-item.ts';
import { type Asker, isInForce, permittedFiles } from './asker.ts';
import type { Needs } from './needs.ts';
import { planFor } from './open-plan.ts';
import { isOwedUntilRecorded } from './recordable-items.ts';

/** How one NQSW's year is kept, and by whom. */
export interface Kept {
  readonly file: ParticipantFile;
  readonly compliance: ParticipantCompliance;
  /** Those who hold reflective supervision for them today; empty for nobody. */
  readonly supervisors: readonly { readonly id: string; readonly name: string }[];
}

export interface Group {
  /** `cohort:` or `person:` with its name or id. */
  readonly code: string;
  /** The cohort, or "Senior Practitioner: Priya Nandakumar". */
  readonly title: string;
  readonly of: 'cohort' | 'supervisor';
  /** The name alone, without the title of whoever supervises. */
  readonly name: string;
  readonly members: readonly Kept[];
}

const unallocated = { id: 'nobody', name: 'nobody allocated' };

/** One year as it has been kept up to the plan's day. `plan` has what the reader may see of it (L7). */
export function keptIn(file: ParticipantFile, plan: YearPlan, today: Temporal.PlainDate): Kept {
  const supervisors = file.allocations
    .filter((one) => one.function === 'reflective-supervisor' && isInForce(one, today))
    .map(({ personId, name }) => ({ id: personId, name }));
  // A decision is taken or lapses; it is never held.
  const compliance = complianceOf(
    file,
    plan,
    (item) => isOwedUntilRecorded(item) && item.kind !== 'decision',
  );
  return { file, compliance, supervisors: supervisors.length === 0 ? [unallocated] : supervisors };
}

/** Everybody of the academy, as somebody who may see it as a whole sees them. */
export async function keptBy(
  needs: Pick<Needs, 'programme' | 'calendar' | 'people' | 'files'>,
  asker: Asker,
): Promise<readonly Kept[]> {
  const files = await permittedFiles(needs, asker, 'see-academy');
  return files.map(({ file }) => keptIn(file, planFor(needs, asker, file), asker.today));
}

const byTitle = (one: Group, other: Group) => one.title.localeCompare(other.title, 'en-GB');

/** The academy by cohort, then by whoever holds reflective supervision (M5). */
export function groupsOf({ programme }: Pick<Needs, 'programme'>, all: readonly Kept[]): readonly Group[] {
  const cohorts = Map.groupBy(all, ({ file }) => file.participant.cohort);
  const supervisors = new Map(
    all.flatMap((one) => one.supervisors.map(({ id, name }) => [id, name] as const)),
  );
  const title = programme.titles['reflective-supervisor'];
  return [
    ...[...cohorts]
      .map(
        ([name, members]): Group => ({
          code: `cohort:${name}`,
          title: name,
          of: 'cohort',
          name,
          members,
        }),
      )
      .sort(byTitle),
    ...[...supervisors]
      .map(
        ([id, name]): Group => ({
          code: `person:${id}`,
          title: `${title}: ${name}`,
          of: 'supervisor',
          name,
          members: all.filter((one) => one.supervisors.some((each) => each.id === id)),
        }),
      )
      .sort(byTitle),
  ];
}
