/** The checks of `academy doctor` that ask Microsoft: whether the bot can sign in, and whether the clocks agree. */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { BotIdentity } from '../config.ts';
import { type Finding, faultName, fine, problem } from './finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The services that are asked; a test puts its own in their place. */
export interface SignInServices {
  readonly entra: string;
  /** The managed identity's endpoint on a virtual machine. */
  readonly instanceMetadata: string;
  /** Where the keys stand that Teams signs its requests with: the bot must reach it in any case. */
  readonly signingKeys: string;
}

const microsoft: SignInServices = {
  entra: 'https://login.microsoftonline.com',
  instanceMetadata: 'http://169.254.169.254/metadata/identity/oauth2/token',
  signingKeys: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

const deadlineMilliseconds = 10_000;
const connector = 'https://api.botframework.com';
/** Tokens are good for a few minutes either side of their times; beyond that every request is refused. */
const mostSkewSeconds = 240;

const refusal = z.object({
  error: z.string().optional(),
  error_codes: z.array(z.number()).optional(),
});

/** What Entra's commonest refusals mean for whoever set the bot up. */
const entraRemedies: Readonly<Record<number, string>> = {
  700016: 'MicrosoftAppId is not an application of the tenant MicrosoftAppTenantId: check both',
  7000215: 'MicrosoftAppPassword is not the secret: copy its value (not its id) from the app registration',
  7000222:
    'the client secret has run out: make a new one in the app registration and set MicrosoftAppPassword',
  90002: 'MicrosoftAppTenantId is not a tenant: copy it from the Entra admin centre',
};

const within = () => AbortSignal.timeout(deadlineMilliseconds);

function secretRequest({ appId, tenantId, password }: BotIdentity, { entra }: SignInServices) {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: password ?? '',
    scope: `${connector}/.default`,
  });
  return fetch(`${entra}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body, signal: within() });
}

function managedRequest({ appId }: BotIdentity, { instanceMetadata }: SignInServices, env: Environment) {
  const { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header } = env;
  const hosted = endpoint !== undefined && header !== undefined;
  const query = new URLSearchParams({
    'api-version': hosted ? '2019-08-01' : '2018-02-01',
    resource: connector,
    client_id: appId,
  });
  const headers: Record<string, string> = hosted ? { 'x-identity-header': header } : { metadata: 'true' };
  return fetch(`${hosted ? endpoint : instanceMetadata}?${query.toString()}`, { headers, signal: within() });
}

async function refusedBecause(
  answer: Response,
): Promise<{ readonly code: string; readonly remedy: string | undefined }> {
  const body = refusal.safeParse(await answer.json().catch(() => ({})));
  const number = body.data?.error_codes?.[0];
  const code = number === undefined ? (body.data?.error ?? `HTTP ${answer.status}`) : `AADSTS${number}`;
  return { code, remedy: number === undefined ? undefined : entraRemedies[number] };
}

/** Asks for a token as the bot does before it posts a message. The token is let go at once. */
export async function checkSignIn(
  identity: BotIdentity,
  env: Environment,
  services: SignInServices = microsoft,
): Promise<Finding> {
  const managed = identity.password === null;
  const usual = managed
    ? 'attach the user-assigned identity whose client id is MicrosoftAppId to this host'
    : 'check MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppPassword against the app registration';
  try {
    const answer = await (managed
      ? managedRequest(identity, services, env)
      : secretRequest(identity, services));
    if (answer.ok) return fine('identity', `the bot signs in as ${identity.appId}`);
    const { code, remedy } = await refusedBecause(answer);
    return problem('identity', `signing in was refused (${code})`, remedy ?? usual);
  } catch (fault) {
    const remedy = managed ? usual : 'allow outgoing HTTPS to login.microsoftonline.com';
    return problem('identity', `the sign-in service could not be reached (${faultName(fault)})`, remedy);
  }
}

/** Whether the machine's clock agrees with Microsoft's, to the second that HTTP dates have. */
export async function checkSkew(
  now: () => Temporal.Instant,
  { signingKeys }: SignInServices = microsoft,
): Promise<Finding> {
  try {
    const answer = await fetch(signingKeys, { method: 'HEAD', signal: within() });
    const theirs = Date.parse(answer.headers.get('date') ?? '');
    if (Number.isNaN(theirs)) throw new Error('no date in the answer');
    const skew = Math.round((now().epochMilliseconds - theirs) / 1000);
    if (Math.abs(skew) <= mostSkewSeconds) {
      return fine('clock', `agrees with Microsoft's to ${Math.abs(skew)} s`);
    }
    const way = skew > 0 ? 'fast' : 'slow';
    const remedy = 'set the machine to take its time from the network (NTP)';
    return problem('clock', `is ${Math.abs(skew)} s ${way}, so signed requests are refused`, remedy);
  } catch (fault) {
    const remedy = 'allow outgoing HTTPS to login.botframework.com; without it no request can be checked';
    return problem('clock', `could not be compared with Microsoft's (${faultName(fault)})`, remedy);
  }
}
