import { getBearerTokenProvider, ManagedIdentityCredential } from '@azure/identity';

const languageModels = 'https://cognitiveservices.azure.com/.default';

/** Tokens for Azure OpenAI under the managed identity of that client id, or under the machine's own. */
export function languageModelToken(clientId: string | null): () => Promise<string> {
  const credential =
    clientId === null ? new ManagedIdentityCredential() : new ManagedIdentityCredential({ clientId });
  return getBearerTokenProvider(credential, languageModels);
}
