import { z } from 'zod';
import { tokenIssuer } from './identity.ts';

const header = z.object({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string().min(1).max(200) });
const claims = z.object({
  iss: z.literal(tokenIssuer),
  aud: z.string(),
  serviceurl: z.string(),
  exp: z.number(),
});

/**
 * Whether a token could be one that Teams issued for this bot and this activity, before anything is verified.
 * The SDK checks the signature afterwards; it answers forged algorithms with a fault, knows other issuers
 * (emulator, skills) that have no business here, and lets a token without a service URL through.
 */
export function claimsToBeTeams(authorization: string, appId: string, serviceUrl: string): boolean {
  const [scheme, token, ...more] = authorization.split(' ');
  if (scheme !== 'Bearer' || token === undefined || more.length > 0) return false;
  const [head, payload, signature, ...rest] = token.split('.');
  if (head === undefined || payload === undefined || !signature || rest.length > 0) return false;
  if (!header.safeParse(decodedJson(head)).success) return false;
  const parsed = claims.safeParse(decodedJson(payload));
  return parsed.success && parsed.data.aud === appId && parsed.data.serviceurl === serviceUrl;
}

function decodedJson(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
