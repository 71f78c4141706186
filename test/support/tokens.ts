/** Microsoft's token service, as far as a bot can tell: an OpenID document on loopback and real RS256 tokens. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';

export interface TokenClaims {
  readonly issuer?: string;
  readonly audience?: string;
  /** Undefined leaves the claim out. */
  readonly serviceUrl?: string | undefined;
  /** Seconds from now until it expires; negative for a token that has expired. */
  readonly expiresIn?: number;
  readonly keyId?: string;
}

export interface TokenIssuer {
  readonly appId: string;
  readonly openIdMetadataUrl: string;
  /** An authorization header with a good token, but for what is asked otherwise. */
  header(claims: TokenClaims): Promise<string>;
  /** Signed by a key of somebody else, under our key's id. */
  rogue(claims: TokenClaims): Promise<string>;
  /** Claims to be signed by nothing. */
  unsigned(claims: TokenClaims): string;
  /** HS256 with our public key as the secret. */
  symmetric(claims: TokenClaims): Promise<string>;
  close(): Promise<void>;
}

type SigningKey = Parameters<SignJWT['sign']>[0];

const keyId = 'key-1';

/** Making a pair costs more than everything else that an academy of one test does at its start. */
const pairs = new Map<'ours' | 'rogue', ReturnType<typeof generateKeyPair>>();
function pairOf(whose: 'ours' | 'rogue') {
  const pair = pairs.get(whose) ?? generateKeyPair('RS256');
  pairs.set(whose, pair);
  return pair;
}

const now = () => Math.floor(Date.now() / 1000);

export async function startTokenIssuer(appId: string): Promise<TokenIssuer> {
  const ours = await pairOf('ours');
  const key = { ...(await exportJWK(ours.publicKey)), kid: keyId, use: 'sig', endorsements: ['msteams'] };
  const server = createServer((request, response) => {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const body =
      request.url === '/keys'
        ? { keys: [key] }
        : { issuer: 'https://api.botframework.com', jwks_uri: `${origin}/keys` };
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const payload = (claims: TokenClaims) => ({
    iss: claims.issuer ?? 'https://api.botframework.com',
    aud: claims.audience ?? appId,
    exp: now() + (claims.expiresIn ?? 3600),
    nbf: now() - 7200,
    ...(claims.serviceUrl === undefined ? {} : { serviceurl: claims.serviceUrl }),
  });
  async function signed(secret: SigningKey, algorithm: string, claims: TokenClaims): Promise<string> {
    const header = { alg: algorithm, kid: claims.keyId ?? keyId, typ: 'JWT' };
    return `Bearer ${await new SignJWT(payload(claims)).setProtectedHeader(header).sign(secret)}`;
  }

  /** As Teams does, with one token for many requests. */
  const given = new Map<string, Promise<string>>();
  function header(claims: TokenClaims): Promise<string> {
    const asked = JSON.stringify(claims);
    const token = given.get(asked) ?? signed(ours.privateKey, 'RS256', claims);
    given.set(asked, token);
    return token;
  }

  return {
    appId,
    openIdMetadataUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid`,
    header,
    rogue: async (claims) => signed((await pairOf('rogue')).privateKey, 'RS256', claims),
    unsigned: (claims) => {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `Bearer ${part({ alg: 'none', kid: keyId, typ: 'JWT' })}.${part(payload(claims))}.`;
    },
    symmetric: async (claims) =>
      signed(new TextEncoder().encode(await exportSPKI(ours.publicKey)), 'HS256', claims),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
