/** The check of `academy doctor` that asks the language model one question, where one is configured. */
import { readSuggestion } from '../services/suggestion.ts';
import { type Finding, fine, warning } from './finding.ts';

/** One text asked of the model, whatever comes of it. */
export type AskModel = (
  text: string,
) => Promise<{ readonly status: string; readonly content?: unknown; readonly refusal?: number }>;

/** Names nobody, and can be taken for one thing only. */
const question = 'when is my next review?';
const meant = 'next-review';

const without = 'until then a text that nothing was understood of is asked back, as without a model';

const refusals: Readonly<Record<number, string>> = {
  401: 'check AZURE_OPENAI_API_KEY, or give the managed identity the role Cognitive Services OpenAI User',
  403: 'give the managed identity the role Cognitive Services OpenAI User, and let this host through its firewall',
  404: 'check AZURE_OPENAI_DEPLOYMENT: it is the name of the deployment, not of the model',
  429: 'raise the quota of the deployment, or try again later',
};

const remedyFor = (refusal: number | undefined) =>
  (refusal === undefined ? undefined : refusals[refusal]) ??
  'check AZURE_OPENAI_ENDPOINT and that this host may reach it over HTTPS';

const wayOf = (status: string) => (status === 'error' ? 'it could not be reached, or broke off' : status);

function failed(deployment: string, status: string, refusal: number | undefined): Finding {
  if (status === 'too-late') {
    return warning(
      'language model',
      `${deployment} did not answer within four seconds`,
      `use a quicker deployment; ${without}`,
    );
  }
  const how = refusal === undefined ? wayOf(status) : `HTTP ${refusal}`;
  return warning(
    'language model',
    `${deployment} gave no answer (${how})`,
    `${remedyFor(refusal)}; ${without}`,
  );
}

/** Whether the model answers, and whether it sorts a plain question as it should. It is never a problem: the bot does without. */
export async function checkLanguageModel(deployment: string, ask: AskModel): Promise<Finding> {
  const { status, content, refusal } = await ask(question);
  if (status !== 'success') return failed(deployment, status, refusal);
  const intent = readSuggestion(content)?.intent;
  if (intent === meant)
    return fine('language model', `${deployment} answers, and took “${question}” for ${intent}`);
  const took = intent === undefined ? 'for nothing that the bot knows' : `for ${intent}`;
  return warning(
    'language model',
    `${deployment} answers, but took “${question}” ${took}`,
    'use a deployment of a larger model; what it chooses is always marked as a guess',
  );
}
