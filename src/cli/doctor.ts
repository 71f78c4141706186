import { Temporal } from 'temporal-polyfill';
import { workingCalendar } from '../academy/calendar.ts';
import { isToBeSettled } from '../academy/programme-notes.ts';
import { dateAndTime, longDate } from '../academy/wording.ts';
import { type Config, readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { loadProgramme } from '../storage/programme-files.ts';
import { createRepositories } from '../storage/repositories.ts';
import { checkFolder, unopenedFile } from './check-folder.ts';
import { checkLanguageModel } from './check-language-model.ts';
import { checkAlarms, checkPeople, checkRows, checkWriting } from './check-records.ts';
import { checkSending } from './check-sending.ts';
import { type Finding, faultName, fine, problem, warning } from './finding.ts';
import { academyClock, newId, openHome } from './open-store.ts';
import type { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { counted } from './text-table.ts';

/** A plan looks a year or more ahead; bank holidays that end sooner make its last dates doubtful. */
const holidaysNeededMonths = 18;
const zone = 'Europe/London';

function checkConfiguration(config: Config): readonly Finding[] {
  const mode = config.identity === null ? 'local mode (no MicrosoftAppId)' : `bot ${config.identity.appId}`;
  const kept = {
    sqlite: `records in the folder ${config.dataDir}`,
    'azure-connection': 'records in Azure Storage, by connection string',
    'azure-identity': 'records in Azure Storage, by managed identity',
  }[config.storage.kind];
  const { languageModel } = config;
  const model =
    languageModel === undefined
      ? 'no language model'
      : `language model ${languageModel.deployment}, by ${languageModel.apiKey === null ? 'managed identity' : 'key'}`;
  return [fine('configuration', `${mode}; ${kept}; programme ${config.programme}; ${model}`)];
}

async function checkProgramme(name: string): Promise<readonly Finding[]> {
  const reading = await loadProgramme(name);
  if (!reading.ok) {
    const remedy = `mend ${name}, then npm run academy -- programmes check ${name}; or set PROGRAMME to another`;
    return reading.faults.map(({ path, message }) =>
      problem('programme', `${name}: ${`${path} ${message}`.trim()}`, remedy),
    );
  }
  const { council, timeZone } = reading.programme;
  const notes = reading.notes
    .filter(isToBeSettled)
    .map(({ path, message }) =>
      warning('programme', `${path} ${message}`, "set it in the council's own programme file"),
    );
  return [fine('programme', `${name}: ${council}, time zone ${timeZone}`), ...notes];
}

async function checkStorage(config: Config, terminal: Terminal): Promise<readonly Finding[]> {
  const machine = { now: () => terminal.now() };
  try {
    const storage = await openHome(config, machine, 'look');
    try {
      const clock = await academyClock(config, storage, terminal);
      const ports = createRepositories({ tables: storage.tables, clock, newId, log: createLog('silent') });
      return [
        (await checkFolder(config)) ?? (await checkWriting(storage.tables)),
        ...(await checkRows(storage.tables)),
        await checkAlarms(storage.alarms),
        ...(await checkPeople(ports)),
        ...(await checkSending(ports, zone)),
        checkMovedClock(clock.now(), terminal.now()),
      ];
    } finally {
      await storage.close();
    }
  } catch (fault) {
    if (config.storage.kind === 'sqlite') return [unopenedFile(config.dataDir, fault)];
    const remedy =
      'check the name of the account, its firewall, and that the identity has Storage Table and Queue Data Contributor';
    return [problem('storage', `cannot be opened (${faultName(fault)})`, remedy)];
  }
}

function checkMovedClock(academy: Temporal.Instant, machine: Temporal.Instant): Finding {
  const said = `the academy's time is ${dateAndTime(academy, zone)}`;
  const seconds = Math.abs(academy.since(machine).total('seconds'));
  if (seconds < 60) return fine('clock', said);
  return warning(
    'clock',
    `${said}: local mode's clock has been moved`,
    'type /clock in the chat to see and set it',
  );
}

/** Summer time comes from the zone data of the runtime: one that lacks it would be an hour out for half the year. */
function checkZone(): Finding {
  const summer = Temporal.Instant.from('2026-07-01T12:00Z').toZonedDateTimeISO(zone);
  if (summer.offset === '+01:00') return fine('clock', `the rules of ${zone} are known`);
  return problem('clock', `${zone} has no summer time here`, 'install a Node.js with full ICU data');
}

async function checkIdentity(config: Config, terminal: Terminal): Promise<readonly Finding[]> {
  if (config.identity === null) {
    return [fine('identity', 'none, as local mode has it: only this machine can reach the bot')];
  }
  const { checkSignIn, checkSkew } = await import('./check-identity.ts');
  return Promise.all([checkSignIn(config.identity, terminal.env), checkSkew(() => terminal.now())]);
}

async function checkModel({ languageModel: choice, identity }: Config): Promise<readonly Finding[]> {
  if (choice === undefined) return [];
  const [{ languageModel }, { languageModelToken }] = await Promise.all([
    import('../teams/language-model.ts'),
    import('../storage/managed-identity.ts'),
  ]);
  const clientId = identity?.appType === 'UserAssignedMsi' ? identity.appId : null;
  return [
    await checkLanguageModel(
      choice.deployment,
      languageModel({ choice, token: languageModelToken(clientId) }),
    ),
  ];
}

function checkCalendar(holidaysUntil: Temporal.PlainDate, today: Temporal.PlainDate): Finding {
  const said = `bank holidays are known until ${longDate(holidaysUntil)}`;
  const needed = today.add({ months: holidaysNeededMonths });
  if (Temporal.PlainDate.compare(holidaysUntil, needed) >= 0) return fine('calendar', said);
  return warning(
    'calendar',
    said,
    'install a newer release, or add the days to src/academy/bank-holidays.ts',
  );
}

const marks = { ok: 'ok      ', warning: 'WARNING ', problem: 'PROBLEM ' } as const;

/** One remedy for several findings in a row stands under the last of them. */
function findingText({ check, status, message, remedy }: Finding, next: Finding | undefined): string {
  const line = `${marks[status]}${check}: ${message}`;
  return remedy === null || next?.remedy === remedy ? line : `${line}\n        -> ${remedy}`;
}

async function findAll(terminal: Terminal): Promise<readonly Finding[]> {
  const reading = readConfig(terminal.env);
  if (!reading.ok) {
    const settings = reading.problems.map(({ variable, message }) =>
      problem(
        'configuration',
        `${variable} ${message}`,
        `set ${variable} in the environment, then run doctor again`,
      ),
    );
    return [...settings, ...(await checkProgramme(reading.programme))];
  }
  const { config } = reading;
  return [
    ...checkConfiguration(config),
    ...(await checkProgramme(config.programme)),
    ...(await checkStorage(config, terminal)),
    ...(await checkIdentity(config, terminal)),
    ...(await checkModel(config)),
  ];
}

/** `academy doctor`: everything the bot needs, checked, each with its remedy. Exit code 1 when there is a problem. */
export async function doctor(terminal: Terminal): Promise<Outcome> {
  const { holidaysUntil } = workingCalendar();
  const today = terminal.now().toZonedDateTimeISO(zone).toPlainDate();
  const findings = [...(await findAll(terminal)), checkZone(), checkCalendar(holidaysUntil, today)];
  const problems = findings.filter(({ status }) => status === 'problem').length;
  const warnings = findings.filter(({ status }) => status === 'warning').length;
  const sum = `${counted(problems, 'problem', 'problems')}, ${counted(warnings, 'warning', 'warnings')}`;
  return {
    ok: true,
    exit: problems === 0 ? 0 : 1,
    json: { ok: problems === 0, holidaysUntil: holidaysUntil.toString(), checks: findings },
    text: [...findings.map((finding, at) => findingText(finding, findings[at + 1])), '', sum].join('\n'),
  };
}
