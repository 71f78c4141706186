import { dateAndTime } from '../academy/wording.ts';
import { nameOf } from '../services/control-sending.ts';
import type { Repositories } from '../storage/repositories.ts';
import { type Finding, faultName, fine, problem, warning } from './finding.ts';
import { counted } from './text-table.ts';

/** Whether messages go out, and to whom: a switch that somebody has forgotten shows here. */
export async function checkSending(
  { sending, people }: Pick<Repositories, 'sending' | 'people'>,
  timeZone: string,
): Promise<readonly Finding[]> {
  try {
    const { paused, pilot } = await sending.state();
    if (paused === null && pilot === null)
      return [fine('sending', 'messages go out, to everybody on the roster')];
    const stopped =
      paused === null
        ? []
        : [
            warning(
              'sending',
              `all sending is stopped, by ${await nameOf({ people }, paused.by)} since ${dateAndTime(paused.at, timeZone)}`,
              'npm run academy -- resume-sending, when the reason is gone',
            ),
          ];
    if (pilot === null) return stopped;
    const said = `only the pilot group of ${counted(pilot.length, 'person', 'people')} gets messages`;
    return [...stopped, warning('sending', said, 'npm run academy -- pilot off, when the pilot is over')];
  } catch (fault) {
    const remedy =
      'restore the row "sending" of table settings from a backup, or delete it: then everybody gets messages';
    return [
      problem(
        'sending',
        `nobody can tell whether sending is stopped (${faultName(fault)}), so nothing goes out`,
        remedy,
      ),
    ];
  }
}
