import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { yearPlan } from '../academy/plan.ts';
import { formProblems } from './option-values.ts';
import { type Outcome, optionsFailed } from './outcome.ts';
import { planPicture } from './plan-picture.ts';
import { planDocument, planText } from './plan-report.ts';
import type { Terminal } from './terminal.ts';
import { typedPath } from './typed-path.ts';
import { readYear, yearOptions } from './year-options.ts';

const pictureOption = z.object({ picture: z.string().min(1, 'is empty: name a file').optional() });

/** Why the picture could not be written, or null when it was. */
async function written(file: string, picture: string): Promise<Outcome | null> {
  try {
    await writeFile(file, picture);
    return null;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    const message = `--picture ${file} cannot be written (${code}): name a file in a folder that exists`;
    return { ok: false, exit: 1, code: 'picture-not-written', message };
  }
}

/** `academy plan`: the year of one participant, computed and not kept. */
export async function plan(typed: unknown, terminal: Terminal): Promise<Outcome> {
  const read = yearOptions.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  const pictured = pictureOption.safeParse(typed);
  if (!pictured.success) return optionsFailed(2, formProblems(pictured.error));
  const year = await readYear(read.data, terminal, (timeZone) =>
    terminal.now().toZonedDateTimeISO(timeZone).toPlainDate(),
  );
  if (!year.ok) return year.failed;
  const { programme, calendar, input, today } = year;
  const planned = yearPlan(programme, calendar, input, today);
  const text = planText(planned, programme);
  const { picture } = pictured.data;
  if (picture === undefined) return { ok: true, json: planDocument(planned), text };
  const file = typedPath(picture, terminal.env);
  const failed = await written(file, planPicture(planned, programme, input.pauses));
  return failed ?? { ok: true, json: planDocument(planned), text: `${text}\n\nThe picture is in ${file}` };
}
