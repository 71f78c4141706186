/** The commands about sending as a whole. */
import type { Command } from 'commander';
import type { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';

type Carry = (work: () => Promise<Outcome>) => Promise<void>;

const json = ['--json', 'one JSON document on stdout, nothing else'] as const;

export function addSending(program: Command, carry: Carry, terminal: Terminal): void {
  program
    .command('pause-sending')
    .description('stops all messages at once; what is owed waits, and people are still answered')
    .action(() => carry(async () => (await import('./sending.ts')).pauseSending(terminal)));
  program
    .command('resume-sending')
    .description('starts sending again; what waited goes out')
    .action(() => carry(async () => (await import('./sending.ts')).resume(terminal)));
  const pilot = program
    .command('pilot')
    .description('who gets messages; `pilot set <emails>` limits them to a group, `pilot off` ends that')
    .action(() => carry(async () => (await import('./pilot.ts')).showPilot(terminal)));
  pilot
    .command('set')
    .description('only these people get messages')
    .argument('<emails...>', 'their e-mail addresses, as on the roster')
    .option(...json)
    .action((emails: string[]) => carry(async () => (await import('./pilot.ts')).setPilot(emails, terminal)));
  pilot
    .command('off')
    .description('everybody on the roster gets messages again')
    .option(...json)
    .action(() => carry(async () => (await import('./pilot.ts')).endPilot(terminal)));
}

/** The reports about messages, under the command that holds all reports. */
export function addDeliveryReports(report: Command, carry: Carry, terminal: Terminal): void {
  report
    .command('delivery')
    .description('what was sent in a time, what was not, and why')
    .option('--from <date>', 'the first day that counts (30 days up to the last when not given)')
    .option('--to <date>', 'the last day that counts (today when not given)')
    .option('--csv', 'as a sheet with a header')
    .option(...json)
    .action((options: unknown) =>
      carry(async () => (await import('./report-delivery.ts')).reportDelivery(options, terminal)),
    );
  report
    .command('not-installed')
    .description('who on the roster has not added the app, or has taken it away')
    .option('--csv', 'as a sheet with a header')
    .option(...json)
    .action((options: unknown) =>
      carry(async () => (await import('./report-not-installed.ts')).reportNotInstalled(options, terminal)),
    );
}
