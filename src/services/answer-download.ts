import { chronologyDownload, type DownloadedFile } from './chronology-file.ts';
import { complianceDownload } from './compliance-file.ts';
import type { Needs } from './needs.ts';

/** The file that an address stands for; undefined when the address is not ours, past its time or no file's. */
export async function answerDownload(needs: Needs, token: string): Promise<DownloadedFile | undefined> {
  const now = needs.clock.now();
  const target = await needs.calendarLinks.read(token, now);
  switch (target?.kind) {
    case 'chronology':
      return chronologyDownload(needs, target, now);
    case 'compliance':
      return complianceDownload(needs, target, now);
    default:
      return undefined;
  }
}
