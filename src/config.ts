import { z } from 'zod';

const isEmpty = (value: unknown) => typeof value === 'string' && value.trim() === '';
const empty = (value: unknown) => (isEmpty(value) ? undefined : value);
const optionalText = z.preprocess(empty, z.string().trim().optional());

const portNumber = 'must be a port number, 1 to 65535, or 0 for any free one';
const roleList = /^\s*(web|worker)\s*(,\s*(web|worker)\s*)*$/;
const messageCount = 'must be a whole number of messages a second, 1 to 1000';
const publicAddress = 'must be the address at which the bot is reached, such as https://academy.example.org';
const defaultProgramme = 'luton';
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every variable the bot reads (INTERFACES "Environment"). Nothing else in the product looks at the environment. */
const environmentSchema = z.object({
  MicrosoftAppId: z.preprocess(empty, z.guid('must be the GUID of the bot registration').optional()),
  MicrosoftAppType: z.preprocess(
    empty,
    z
      .enum(['SingleTenant', 'UserAssignedMsi'], {
        error:
          'must be SingleTenant or UserAssignedMsi (MultiTenant bots can no longer be created and are not supported)',
      })
      .optional(),
  ),
  MicrosoftAppTenantId: z.preprocess(
    empty,
    z.guid("must be the GUID of the council's Entra tenant").optional(),
  ),
  MicrosoftAppPassword: optionalText,
  PORT: z.preprocess(
    empty,
    z.coerce
      .number({ error: portNumber })
      .int(portNumber)
      .min(0, portNumber)
      .max(65_535, portNumber)
      .default(3978),
  ),
  HOST: optionalText,
  STORAGE_ACCOUNT_NAME: z.preprocess(
    empty,
    z
      .string()
      .regex(/^[a-z0-9]{3,24}$/, 'must be a storage account name: 3 to 24 lower-case letters and digits')
      .optional(),
  ),
  AZURE_STORAGE_CONNECTION_STRING: optionalText,
  DATA_DIR: z.preprocess(empty, z.string().default('.data')),
  PROGRAMME: z.preprocess(empty, z.string().default(defaultProgramme)),
  ROLES: z.preprocess(
    empty,
    z
      .string()
      .regex(roleList, 'must be web, worker, or web,worker')
      .default('web,worker')
      .transform((list) => list.split(',').map((name) => name.trim())),
  ),
  /** Where the bot can be reached from outside, for addresses in messages. */
  PUBLIC_URL: z.preprocess(
    empty,
    z
      .url({ protocol: /^https?$/, error: publicAddress })
      .regex(/^[^?#]*$/, publicAddress)
      .transform((address) => address.replace(/\/+$/, ''))
      .optional(),
  ),
  LOG_LEVEL: z.preprocess(
    empty,
    z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  ),
  MESSAGES_PER_SECOND: z.preprocess(
    empty,
    z.coerce
      .number({ error: messageCount })
      .int(messageCount)
      .min(1, messageCount)
      .max(1_000, messageCount)
      .optional(),
  ),
  NODE_ENV: optionalText,
  AZURE_OPENAI_ENDPOINT: z.preprocess(
    empty,
    z
      .string()
      .regex(
        /^https:\/\/[a-z0-9.-]+\/?$/i,
        'must be the address of the Azure OpenAI resource, such as https://name.openai.azure.com',
      )
      .optional(),
  ),
  AZURE_OPENAI_DEPLOYMENT: z.preprocess(
    empty,
    z
      .string()
      .regex(
        /^[\w.-]{1,64}$/,
        'must be the name of the deployment: letters, digits, dots, hyphens and underscores',
      )
      .optional(),
  ),
  AZURE_OPENAI_API_KEY: optionalText,
  /** Hosts beside Microsoft's own that a Teams service URL may name, comma-separated: government clouds. */
  SERVICE_URL_HOSTS: z.preprocess(
    empty,
    z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((host) => host.trim().toLowerCase())
          .filter((host) => host !== ''),
      ),
  ),
});

export type StorageChoice =
  | { readonly kind: 'sqlite'; readonly dataDir: string }
  | { readonly kind: 'azure-connection'; readonly connectionString: string }
  | { readonly kind: 'azure-identity'; readonly accountName: string };

/** An Azure OpenAI deployment that may say what a text means which nothing else understood. */
export interface LanguageModelChoice {
  readonly endpoint: string;
  readonly deployment: string;
  /** Null for the managed identity. */
  readonly apiKey: string | null;
}

export interface BotIdentity {
  readonly appId: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMsi';
  readonly tenantId: string;
  /** Set exactly for SingleTenant. */
  readonly password: string | null;
}

export interface Config {
  /** Null in local mode. */
  readonly identity: BotIdentity | null;
  readonly host: string;
  readonly port: number;
  /** Without a slash at its end; null when nobody has said it. */
  readonly publicUrl: string | null;
  readonly storage: StorageChoice;
  readonly dataDir: string;
  readonly programme: string;
  readonly runs: { readonly web: boolean; readonly worker: boolean };
  /** What all processes together may send; null for the usual. */
  readonly messagesPerSecond: number | null;
  readonly logLevel: (typeof logLevels)[number];
  readonly serviceUrlHosts: readonly string[];
  /** Absent unless configured. */
  readonly languageModel?: LanguageModelChoice;
}

/** One thing wrong with the environment: the variable and what to do. */
export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | {
      readonly ok: false;
      readonly problems: readonly ConfigProblem[];
      /** What PROGRAMME names, so that its faults can be told together with these problems. */
      readonly programme: string;
    };

type Environment = z.output<typeof environmentSchema>;

/**
 * The variables as they were written, undefined where nothing is. What one needs of another is judged by these, so
 * that a slip in one hides nothing about the rest.
 */
type Written = Readonly<Partial<Record<keyof Environment, string>>>;

function writtenIn(environment: Readonly<Record<string, string | undefined>>): Written {
  const entries = Object.entries(environment).filter(([, value]) => value !== undefined && !isEmpty(value));
  return Object.fromEntries(entries.map(([name, value]) => [name, value?.trim()]));
}

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '::1']);

function identityProblems(env: Written): ConfigProblem[] {
  if (env.MicrosoftAppId === undefined) return [];
  const problems: ConfigProblem[] = [];
  const require = (variable: string, message: string) => problems.push({ variable, message });
  if (env.MicrosoftAppType === undefined) {
    require('MicrosoftAppType', 'is missing: set SingleTenant or UserAssignedMsi');
  }
  if (env.MicrosoftAppTenantId === undefined) {
    require('MicrosoftAppTenantId', "is missing: set the GUID of the council's Entra tenant");
  }
  if (env.MicrosoftAppType === 'SingleTenant' && env.MicrosoftAppPassword === undefined) {
    require('MicrosoftAppPassword', 'is missing: a SingleTenant bot needs its client secret');
  }
  if (env.MicrosoftAppType === 'UserAssignedMsi' && env.MicrosoftAppPassword !== undefined) {
    require('MicrosoftAppPassword', 'must not be set for UserAssignedMsi: the managed identity has no secret');
  }
  return problems;
}

function localModeProblems(env: Written): ConfigProblem[] {
  if (env.MicrosoftAppId !== undefined) return [];
  const problems: ConfigProblem[] = [];
  if (env.NODE_ENV === 'production') {
    problems.push({
      variable: 'MicrosoftAppId',
      message: 'is missing: local mode accepts unsigned requests and never runs with NODE_ENV=production',
    });
  }
  if (env.HOST !== undefined && !loopbackHosts.has(env.HOST)) {
    problems.push({
      variable: 'HOST',
      message: `is ${env.HOST}: without MicrosoftAppId the bot only listens on 127.0.0.1 (remove HOST, or set the bot's identity)`,
    });
  }
  return problems;
}

function storageProblems(env: Written): ConfigProblem[] {
  const both = env.STORAGE_ACCOUNT_NAME !== undefined && env.AZURE_STORAGE_CONNECTION_STRING !== undefined;
  if (both) {
    return [
      {
        variable: 'STORAGE_ACCOUNT_NAME',
        message: 'and AZURE_STORAGE_CONNECTION_STRING are both set: keep the one that is meant',
      },
    ];
  }
  const neither = env.STORAGE_ACCOUNT_NAME === undefined && env.AZURE_STORAGE_CONNECTION_STRING === undefined;
  if (neither && env.MicrosoftAppId !== undefined) {
    return [
      {
        variable: 'STORAGE_ACCOUNT_NAME',
        message:
          'is missing: a bot in Teams keeps its records in Azure Storage (or set AZURE_STORAGE_CONNECTION_STRING)',
      },
    ];
  }
  return [];
}

/** An address that is good for a fortnight must not travel in the clear. */
function publicUrlProblems({ PUBLIC_URL: url, MicrosoftAppId: appId }: Written): ConfigProblem[] {
  if (appId === undefined || url === undefined || !/^http:/i.test(url)) return [];
  return [{ variable: 'PUBLIC_URL', message: 'must begin with https:// once the bot has an identity' }];
}

function languageModelProblems(env: Written): ConfigProblem[] {
  const { AZURE_OPENAI_ENDPOINT: endpoint, AZURE_OPENAI_DEPLOYMENT: deployment } = env;
  const needing = 'a language model needs both AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_DEPLOYMENT';
  const isMeant = endpoint ?? deployment ?? env.AZURE_OPENAI_API_KEY;
  if (isMeant === undefined) return [];
  return [
    ...(endpoint === undefined
      ? [{ variable: 'AZURE_OPENAI_ENDPOINT', message: `is missing: ${needing}` }]
      : []),
    ...(deployment === undefined
      ? [{ variable: 'AZURE_OPENAI_DEPLOYMENT', message: `is missing: ${needing}` }]
      : []),
  ];
}

function languageModelOf(env: Environment): LanguageModelChoice | undefined {
  const { AZURE_OPENAI_ENDPOINT: endpoint, AZURE_OPENAI_DEPLOYMENT: deployment } = env;
  if (endpoint === undefined || deployment === undefined) return undefined;
  return { endpoint, deployment, apiKey: env.AZURE_OPENAI_API_KEY ?? null };
}

function storageChoice(env: Environment): StorageChoice {
  if (env.AZURE_STORAGE_CONNECTION_STRING !== undefined) {
    return { kind: 'azure-connection', connectionString: env.AZURE_STORAGE_CONNECTION_STRING };
  }
  if (env.STORAGE_ACCOUNT_NAME !== undefined) {
    return { kind: 'azure-identity', accountName: env.STORAGE_ACCOUNT_NAME };
  }
  return { kind: 'sqlite', dataDir: env.DATA_DIR };
}

/** In local mode the machine's own address, where the port is known. */
function publicUrlOf({ PUBLIC_URL: said, MicrosoftAppId: appId, PORT: port }: Environment): string | null {
  if (said !== undefined) return said;
  return appId === undefined && port !== 0 ? `http://127.0.0.1:${port}` : null;
}

function identityOf(env: Environment): BotIdentity | null {
  const { MicrosoftAppId: appId, MicrosoftAppType: appType, MicrosoftAppTenantId: tenantId } = env;
  if (appId === undefined || appType === undefined || tenantId === undefined) return null;
  return { appId, appType, tenantId, password: env.MicrosoftAppPassword ?? null };
}

/**
 * Reads the environment once, at the start. Returns every problem at once, each naming its variable and the
 * remedy; secrets are never part of a message.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigReading {
  const parsed = environmentSchema.safeParse(environment);
  const written = writtenIn(environment);
  const malformed = (parsed.error?.issues ?? []).map((issue) => ({
    variable: String(issue.path[0] ?? 'environment'),
    message: issue.message,
  }));
  const problems = [
    ...malformed,
    ...identityProblems(written),
    ...localModeProblems(written),
    ...storageProblems(written),
    ...languageModelProblems(written),
    ...publicUrlProblems(written),
  ];
  if (!parsed.success || problems.length > 0) {
    return { ok: false, problems, programme: written.PROGRAMME ?? defaultProgramme };
  }
  const env = parsed.data;
  const identity = identityOf(env);
  const languageModel = languageModelOf(env);
  const config: Config = {
    identity,
    host: env.HOST ?? (identity === null ? '127.0.0.1' : '0.0.0.0'),
    port: env.PORT,
    publicUrl: publicUrlOf(env),
    storage: storageChoice(env),
    dataDir: env.DATA_DIR,
    programme: env.PROGRAMME,
    runs: { web: env.ROLES.includes('web'), worker: env.ROLES.includes('worker') },
    messagesPerSecond: env.MESSAGES_PER_SECOND ?? null,
    logLevel: env.LOG_LEVEL,
    serviceUrlHosts: env.SERVICE_URL_HOSTS,
    ...(languageModel === undefined ? {} : { languageModel }),
  };
  return { ok: true, config };
}

/** The one message that a start with a wrong environment ends in. */
export function configMessage(problems: readonly ConfigProblem[]): string {
  const lines = problems.map(({ variable, message }) => `  - ${variable} ${message}`);
  return ['The bot cannot start: please mend these settings.', ...lines].join('\n');
}
