/** `node scripts/train-understanding.ts`: trains the second opinion anew, after messages were added to the labelled set. */
import { writeFileSync } from 'node:fs';
import { trained, weightsText } from '../bench/train-second-opinion.ts';
import { trainingMessages } from '../bench/understanding.ts';

const file = new URL('../src/understanding/second-opinion.json', import.meta.url);
const messages = trainingMessages();
writeFileSync(file, weightsText(trained(messages)));
process.stdout.write(`${messages.length} messages learnt\n`);
