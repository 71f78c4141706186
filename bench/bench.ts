/** `npm run bench`: a table on the console, and the same in bench/latest.json. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProgramme } from '../src/storage/programme-files.ts';
import { answeringFigures } from './answering.ts';
import { dueWorkFigures } from './due-work.ts';
import { handbookText } from './handbook.ts';
import { type Figure, reportText } from './measure.ts';
import { planningFigures } from './planning.ts';
import { startingFigures } from './starting.ts';
import { understandingReport } from './understanding.ts';
import { methodsText } from './understanding-methods.ts';

async function handbookReport(): Promise<string> {
  const reading = await loadProgramme('luton');
  return reading.ok ? handbookText(reading.programme) : 'the programme of Luton cannot be read';
}

const figures: Figure[] = [];
for (const [name, measure] of Object.entries({
  startingFigures,
  answeringFigures,
  planningFigures,
  dueWorkFigures,
})) {
  process.stderr.write(`${name}…\n`);
  figures.push(...(await measure()));
}
const text = `${reportText(figures)}\n\nStore reads for each question: at most 3 (test/conversation/reads-per-question.test.ts)\n`;
process.stdout.write(
  `${text}\n${understandingReport().text}\n\n${methodsText()}\n\n${await handbookReport()}\n`,
);
const latest = { node: process.version, figures };
writeFileSync(join(import.meta.dirname, 'latest.json'), `${JSON.stringify(latest, null, 2)}\n`);
