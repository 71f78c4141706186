import { keepCompiledCode } from '../compiled-code.ts';
import { realTerminal } from './terminal.ts';

keepCompiledCode();
const { runAcademy } = await import('./run.ts');

process.exitCode = await runAcademy(process.argv.slice(2), realTerminal());
