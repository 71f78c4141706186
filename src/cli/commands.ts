/** The table of contents of `npm run academy`: every command, its options, and the file that carries it out. */
import { Command } from 'commander';
import product from '../../package.json' with { type: 'json' };
import type { Outcome } from './outcome.ts';
import { addDeliveryReports, addSending } from './sending-commands.ts';
import type { Terminal } from './terminal.ts';

/** Carries a command out. Its file is imported only now, so that `--help` and usage errors answer at once. */
type Carry = (work: () => Promise<Outcome>) => Promise<void>;

/** For commands on the academy's records, where the bot's own setting says it when they do not. */
const programmeOption = [
  '--programme <id|file>',
  'a preset or a programme file (PROGRAMME when not given, else luton)',
] as const;

const collect = (value: string, earlier: readonly string[]) => [...earlier, value];
const repeatable: readonly string[] = [];

/** The options that describe one participant's year, for every command that computes one. */
const withYearOptions = (command: Command) =>
  command
    .requiredOption('--programme <id|file>', 'a preset, or the path of a programme file')
    .requiredOption('--start <date>', 'the clock start, day 0 of the programme')
    .option('--fte <fraction>', 'contracted fraction of full time, 0.6 for instance (1 when not given)')
    .option('--hours <number>', 'contracted hours a week')
    .option(
      '--pause <from..to>',
      'an agreed pause, both days included; from.. while its end is open',
      collect,
      repeatable,
    )
    .option('--done <item=date>', 'an item that was held, and when', collect, repeatable)
    .option('--require <item>', 'a conditional item that is needed, such as review-9m', collect, repeatable)
    .option('--standards <code>', 'what every review is held against, whatever its date: pqs or ecs')
    .option('--closure <from..to>', 'days the council is closed, both included', collect, repeatable)
    .option('--roll <way>', 'where a date on a non-working day goes: following or preceding')
    .option('--set <path=value>', 'another value for a setting of the programme file', collect, repeatable)
    .option('--confirm', 'keep records dated before the start or inside a pause');

function addPlan(program: Command, carry: Carry, terminal: Terminal): void {
  const command = program
    .command('plan')
    .description('the whole programme of one participant: every date, its state and its reasons');
  withYearOptions(command)
    .option('--today <date>', 'the day on which to look at it (today when not given)')
    .option('--picture <file.svg>', 'draws the year as well, into this file')
    .action((options: unknown) => carry(async () => (await import('./plan.ts')).plan(options, terminal)));
}

function addRemind(program: Command, carry: Carry, terminal: Terminal): void {
  const command = program
    .command('remind')
    .description('the reminders one participant’s year would send in a time, to whom and in which words');
  withYearOptions(command)
    .option('--today <date>', 'the day after which a record is of the future (the end of the time)')
    .option(
      '--off <function=days>',
      'weekdays somebody does not work, such as nqsw=fri;mon',
      collect,
      repeatable,
    )
    .requiredOption('--from <day>', 'the first day; or the first moment, such as 2026-09-07T00:00Z')
    .requiredOption('--to <day>', 'the last day; or the moment at which it ends, which no longer counts')
    .action((options: unknown) => carry(async () => (await import('./remind.ts')).remind(options, terminal)));
}

function addUnderstand(program: Command, carry: Carry, terminal: Terminal): void {
  program
    .command('understand')
    .description('what the bot takes a message to mean: intent, particulars, confidence')
    .argument('[text]', 'the message')
    .option('--file <file>', 'a file with one message a line; prints one JSON document a line')
    .option('--stdin', 'the same from standard input')
    .option('--today <date>', 'the day from which "next Monday" is read (today when not given)')
    .option('--why', 'what each part of one message was taken for, and what else it may have meant')
    .action((text: string | undefined, options: unknown) =>
      carry(async () => (await import('./understand.ts')).understandTexts(text, options, terminal)),
    );
}

function addAsk(program: Command, carry: Carry, terminal: Terminal): void {
  program
    .command('ask')
    .description('what the bot would answer a person; nothing is kept of it')
    .argument('<text>', 'the message, as the person would type it')
    .requiredOption('--as <email>', 'who is asking, by the e-mail of the roster')
    .option('--now <instant>', 'when, such as 2026-09-30T09:00Z (now when not given)')
    .action((text: string, options: unknown) =>
      carry(async () => (await import('./ask.ts')).ask(text, options, terminal)),
    );
}

function addImport(program: Command, carry: Carry, terminal: Terminal): void {
  program
    .command('import')
    .description('people and participants from a roster file: all of it, or nothing')
    .argument('<roster.csv>', 'the roster, UTF-8, comma-separated')
    .option('--dry-run', 'show everybody and every date, and save nothing')
    .option(...programmeOption)
    .action((file: string, options: unknown) =>
      carry(async () => (await import('./import.ts')).importFile(file, options, terminal)),
    );
}

function addSimulate(program: Command, carry: Carry, terminal: Terminal): void {
  program
    .command('simulate')
    .description(
      'every message the bot would send to the people of a roster in a time; nobody is sent anything',
    )
    .argument('<roster.csv>', 'the roster, as for `import`; nothing of it is saved')
    .requiredOption('--from <date>', 'the first day')
    .requiredOption('--to <date>', 'the last day')
    .option('--assume <what>', 'what people record: never (nothing), on-time (everything) or mixed')
    .option('--seed <number>', 'mixed: another course of events (1 when not given)')
    .option(...programmeOption)
    .option('--csv', 'as a sheet with a header')
    .action((file: string, options: unknown) =>
      carry(async () => (await import('./simulate.ts')).simulate(file, options, terminal)),
    );
}

function addEnrolment(program: Command, carry: Carry, terminal: Terminal): void {
  program
    .command('enrol')
    .description('a step of somebody’s enrolment: start, complete, leave, return, extend')
    .argument('<email>', 'the NQSW, by the e-mail of the roster')
    .argument('<step>', 'start, complete, leave, return or extend')
    .option('--on <date>', 'the day of the step (today when not given)')
    .option('--to <date>', 'extend: the last day of the programme from now on')
    .option('--reason <code>', 'leave: why, as a code; never a story')
    .option('--cohort <name>', 'return: the cohort that they join')
    .option(...programmeOption)
    .action((email: string, step: string, options: unknown) =>
      carry(async () => (await import('./enrol.ts')).enrol(email, step, options, terminal)),
    );
  program
    .command('require')
    .description('says that a conditional review is needed')
    .argument('<email>', 'the NQSW, by the e-mail of the roster')
    .argument('<review>', 'the review, such as review-9m')
    .option(...programmeOption)
    .action((email: string, review: string, options: unknown) =>
      carry(async () => (await import('./enrol.ts')).requireOf(email, review, options, terminal)),
    );
  program
    .command('standards')
    .description('what somebody’s reviews are held against, by hand or by their dates')
    .argument('<email>', 'the NQSW, by the e-mail of the roster')
    .argument('<code>', 'pqs, ecs, or auto for those of each date')
    .option(...programmeOption)
    .action((email: string, code: string, options: unknown) =>
      carry(async () => (await import('./enrol.ts')).standardsFor(email, code, options, terminal)),
    );
}

function addChronology(program: Command, carry: Carry, terminal: Terminal): void {
  program
    .command('chronology')
    .description('what happened to an NQSW, in order, as a table or as a file')
    .argument('<email>', 'the NQSW, by the e-mail of the roster')
    .option('--csv <file>', 'writes it as a sheet as well')
    .option('--pdf <file>', 'writes it as a document to print as well')
    .action((email: string, options: unknown) =>
      carry(async () => (await import('./chronology.ts')).chronology(email, options, terminal)),
    );
}

function addProgrammes(program: Command, carry: Carry, terminal: Terminal): void {
  const programmes = program
    .command('programmes')
    .description("the presets; `programmes check <file>` checks a council's own file")
    .action(() => carry(async () => (await import('./programmes.ts')).listProgrammes()));
  programmes
    .command('check')
    .description('checks a programme file and names every fault by its path')
    .argument('<file>', 'the programme file')
    .option('--json', 'one JSON document on stdout')
    .action((file: string) =>
      carry(async () => (await import('./programmes.ts')).checkProgramme(file, terminal)),
    );
}

function addReports(program: Command, carry: Carry, terminal: Terminal): void {
  const report = program
    .command('report')
    .description('reports; `report <name> --help` lists the options of one');
  report
    .command('compliance')
    .description(
      'how the academy, or one cohort, keeps its year: on time, missed, below the national standard',
    )
    .option('--cohort <name>', 'the people of one cohort alone, by its name on the roster')
    .option('--out <file.csv>', 'writes it as a sheet as well, with every person')
    .option('--json', 'one JSON document on stdout, nothing else')
    .action((options: unknown) =>
      carry(async () => (await import('./report-compliance.ts')).reportCompliance(options, terminal)),
    );
  addDeliveryReports(report, carry, terminal);
}

function addCards(program: Command, carry: Carry, terminal: Terminal): void {
  program
    .command('cards')
    .description('the gallery: every card with example data as HTML')
    .option('--out <folder>', 'where to write it', 'card-gallery')
    .action((options: unknown) =>
      carry(async () => (await import('./cards.ts')).writeGallery(options, terminal)),
    );
}

function addDoctor(program: Command, carry: Carry, terminal: Terminal): void {
  program
    .command('doctor')
    .description('checks configuration, storage, identity and clock, each with its remedy')
    .action(() => carry(async () => (await import('./doctor.ts')).doctor(terminal)));
}

/** Hands `report` what each command comes to, and `help` whatever help was asked for. */
export function academyCommands(
  terminal: Terminal,
  report: (outcome: Outcome) => void,
  help: (text: string) => void,
): Command {
  const program = new Command('academy');
  program
    .description("The administrator's command line of the Academy Assistant")
    .usage('<command> [options]')
    .version(product.version)
    .exitOverride()
    .configureOutput({
      writeOut: help,
      writeErr: () => undefined,
      getOutHelpWidth: () => terminal.width ?? 110,
    })
    .showSuggestionAfterError(true);
  const carry: Carry = async (work) => report(await work());
  addPlan(program, carry, terminal);
  addRemind(program, carry, terminal);
  addImport(program, carry, terminal);
  addSimulate(program, carry, terminal);
  addEnrolment(program, carry, terminal);
  addChronology(program, carry, terminal);
  addAsk(program, carry, terminal);
  addUnderstand(program, carry, terminal);
  addProgrammes(program, carry, terminal);
  addReports(program, carry, terminal);
  addSending(program, carry, terminal);
  addCards(program, carry, terminal);
  addDoctor(program, carry, terminal);
  for (const command of program.commands)
    command.option('--json', 'one JSON document on stdout, nothing else');
  return program;
}
