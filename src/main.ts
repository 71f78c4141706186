/** The bot's entrance. All that it runs is imported after Node has been asked to keep what it compiles. */
import { keepCompiledCode } from './compiled-code.ts';

keepCompiledCode();
await import('./start.ts');
