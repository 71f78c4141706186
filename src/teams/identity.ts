import type { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import { isLoopbackHost } from './service-hosts.ts';

/** The bot's registration in Entra. */
export interface BotIdentity {
  readonly appId: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMsi';
  readonly tenantId: string;
  /** Set exactly for SingleTenant. */
  readonly password: string | null;
}

/**
 * Signing keys that are not Microsoft's. They replace the whole of authentication, so they are taken as an
 * argument from a test and from nowhere else.
 */
export interface TestSigningKeys {
  readonly openIdMetadataUrl: string;
}

export class ForeignSigningKeysError extends Error {
  readonly code = 'foreign-signing-keys';
}

/** Microsoft's issuer of the tokens that Teams sends to a bot. */
export const tokenIssuer = 'https://api.botframework.com';

type AdapterArguments = ConstructorParameters<typeof TeamsAdapter>;
type AdapterSettings = NonNullable<AdapterArguments[0]>;
type Credentials = NonNullable<AdapterArguments[1]>;

export interface AdapterIdentity {
  readonly settings: AdapterSettings;
  /** Null: the SDK's own credentials for the settings. */
  readonly credentials: Credentials | null;
}

/**
 * The SDK's settings for an identity; null is local mode, where no token is asked for and none is sent. Refuses
 * foreign signing keys unless everything about them is a test.
 */
export function adapterIdentity(
  identity: BotIdentity | null,
  testKeys: TestSigningKeys | null,
  nodeEnv: string | undefined,
): AdapterIdentity {
  if (testKeys) return testIdentity(identity, testKeys, nodeEnv);
  if (identity === null) return { settings: {}, credentials: null };
  const settings: AdapterSettings = {
    MicrosoftAppId: identity.appId,
    MicrosoftAppType: identity.appType,
    MicrosoftAppTenantId: identity.tenantId,
    ...(identity.password === null ? {} : { MicrosoftAppPassword: identity.password }),
  };
  return { settings, credentials: null };
}

function testIdentity(
  identity: BotIdentity | null,
  keys: TestSigningKeys,
  nodeEnv: string | undefined,
): AdapterIdentity {
  const url = URL.parse(keys.openIdMetadataUrl);
  const loopback = url?.protocol === 'http:' && isLoopbackHost(url.hostname);
  if (nodeEnv !== 'test' || !loopback || identity === null) {
    throw new ForeignSigningKeysError(
      'Other signing keys than Microsoft’s are for tests on this machine: NODE_ENV=test, a loopback address and an app id.',
    );
  }
  const { appId } = identity;
  const origin = url.origin;
  return {
    // The SDK takes exactly these once one of them is set, so all of them are.
    settings: {
      MicrosoftAppId: appId,
      ToChannelFromBotLoginUrl: `${origin}/login`,
      ToChannelFromBotOAuthScope: tokenIssuer,
      ToBotFromChannelTokenIssuer: tokenIssuer,
      OAuthUrl: `${origin}/oauth`,
      ToBotFromChannelOpenIdMetadataUrl: keys.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: keys.openIdMetadataUrl,
      CallerId: 'urn:botframework:test',
      ValidateAuthority: false,
    },
    credentials: {
      isValidAppId: async (id: string) => id === appId,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({
        signRequest: async (request) => {
          request.headers.set('authorization', 'Bearer test');
          return request;
        },
      }),
    },
  };
}
