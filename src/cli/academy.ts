import { runAcademy } from './run.ts';
import { realTerminal } from './terminal.ts';

process.exitCode = await runAcademy(process.argv.slice(2), realTerminal());
