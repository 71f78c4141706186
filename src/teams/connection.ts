import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { withWholeLabel } from './ai-label.ts';
import { type After, markDeparted } from './attempt.ts';
import type { Connector, OpenConnector } from './connector.ts';
import { adapterIdentity, type BotIdentity, type TestSigningKeys } from './identity.ts';
import { quietly } from './quiet-sdk.ts';
import { type ServiceHosts, serviceHosts } from './service-hosts.ts';

export interface ConnectionOptions {
  /** Null: local mode, which speaks to this machine only. */
  readonly identity: BotIdentity | null;
  /** Hosts of the connector beyond Teams' own; see `serviceHosts`. */
  readonly moreServiceHosts?: readonly string[];
  /** Longest wait for one answer of the connector, in milliseconds. */
  readonly deadlineMs?: number;
  /** How long an unused connection to the connector is kept, in milliseconds. */
  readonly idleMs?: number;
  readonly testSigningKeys?: TestSigningKeys;
  /** Real time unless a test passes its own. */
  readonly after?: After;
}

/** The bot's line to Teams: its identity, the hosts it talks to, and how it talks to them. */
export interface TeamsConnection {
  readonly identity: BotIdentity | null;
  readonly hosts: ServiceHosts;
  readonly deadlineMs: number;
  readonly after: After;
  readonly open: OpenConnector;
  readonly adapter: AcademyAdapter;
}

/** Ten seconds: twice what Teams usually takes at its worst, and shorter than a claim on a message. */
const defaultDeadlineMs = 10_000;
/**
 * Shorter than any server keeps an unused connection (five seconds is common). A request on a connection that the
 * other side is just closing is lost without an answer, and a message may not simply be sent again.
 */
const defaultIdleMs = 2_000;
const mostConnectors = 100;

const inRealTime: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** Sets up the line; nothing is sent or fetched yet. */
export function connectToTeams(options: ConnectionOptions): TeamsConnection {
  const { identity } = options;
  const testKeys = options.testSigningKeys ?? null;
  const adapter = new AcademyAdapter(identity, testKeys, options.idleMs ?? defaultIdleMs);
  const hosts = serviceHosts({
    loopback: identity === null || testKeys !== null,
    more: options.moreServiceHosts ?? [],
  });
  return {
    identity,
    hosts,
    deadlineMs: options.deadlineMs ?? defaultDeadlineMs,
    after: options.after ?? inRealTime,
    open: keptConnectors((serviceUrl) => adapter.connector(serviceUrl)),
    adapter,
  };
}

type Authenticated = Awaited<ReturnType<AcademyAdapter['authenticate']>>;

/** The SDK's adapter with its steps set apart, so that the HTTP answer to each is this product's own. */
export class AcademyAdapter extends TeamsAdapter {
  readonly #appId: string;
  readonly #agents: { readonly http: HttpAgent; readonly https: HttpsAgent };

  constructor(identity: BotIdentity | null, testKeys: TestSigningKeys | null, idleMs: number) {
    const { settings, credentials } = adapterIdentity(identity, testKeys, process.env.NODE_ENV);
    super(settings, credentials ?? undefined);
    this.#appId = identity?.appId ?? '';
    const keeping = { keepAlive: true, timeout: idleMs };
    this.#agents = { http: new HttpAgent(keeping), https: new HttpsAgent(keeping) };
  }

  /** Verifies the token; throws when it is not one that Teams issued to this bot. */
  async authenticate(activity: Activity, authorization: string) {
    return quietly(() => this.botFrameworkAuthentication.authenticateRequest(activity, authorization));
  }

  async run(
    authenticated: Authenticated,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authenticated, activity, logic);
  }

  async connector(serviceUrl: string): Promise<Connector> {
    const factory = this.botFrameworkAuthentication.createConnectorFactory(
      this.createClaimsIdentity(this.#appId),
    );
    const connector = (await factory.create(serviceUrl)) as unknown as Connector & WithPipeline;
    const { pipeline } = connector.client;
    // Posting a message is not idempotent: the SDK's own retries would send it up to four times.
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy(
      {
        name: 'departure',
        sendRequest: (request, next) => {
          if (request.abortSignal) markDeparted(request.abortSignal);
          if (typeof request.body === 'string') request.body = withWholeLabel(request.body);
          request.agent = request.url.startsWith('https:') ? this.#agents.https : this.#agents.http;
          return next(request);
        },
      },
      { afterPolicies: ['ServiceClientContext_Credentials_SignRequest'] },
    );
    return connector;
  }
}

/** What the SDK's client holds and hides: the chain of steps that a request passes on its way out. */
interface WithPipeline {
  readonly client: {
    readonly pipeline: {
      removePolicy(policy: { readonly name: string }): unknown;
      addPolicy(
        policy: {
          readonly name: string;
          readonly sendRequest: (
            request: {
              readonly url: string;
              readonly abortSignal?: object;
              agent?: HttpAgent;
              body?: unknown;
            },
            next: (request: unknown) => Promise<unknown>,
          ) => Promise<unknown>;
        },
        options: { readonly afterPolicies: readonly string[] },
      ): void;
    };
  };
}

/** Building a connector costs more than a message; a tenant has one service URL, rarely two. */
function keptConnectors(open: OpenConnector): OpenConnector {
  const kept = new Map<string, Promise<Connector>>();
  return (serviceUrl) => {
    const known = kept.get(serviceUrl);
    if (known !== undefined) return known;
    if (kept.size >= mostConnectors) kept.clear();
    const opened = open(serviceUrl);
    kept.set(serviceUrl, opened);
    opened.catch(() => kept.delete(serviceUrl));
    return opened;
  };
}
