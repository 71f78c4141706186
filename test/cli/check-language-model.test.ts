import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLanguageModel } from '../../src/cli/check-language-model.ts';
import { type Behaviour, startFakeLanguageModel } from '../support/fake-language-model.ts';
import { academy, documentOf } from './string-terminal.ts';

let model: Awaited<ReturnType<typeof startFakeLanguageModel>>;
beforeAll(async () => {
  model = await startFakeLanguageModel();
});
afterAll(() => model.close());

async function found(behaviour: Behaviour, credentials: Parameters<typeof model.ask>[0] = { key: 'k1' }) {
  model.behaves(behaviour);
  const { status, message, remedy } = await checkLanguageModel('sorting', model.ask(credentials));
  return `${status}: ${message}${remedy === null ? '' : ` -> ${remedy}`}`;
}

describe('the language model, as the doctor asks it', () => {
  it('is asked one question that names nobody, with the key or the token', async () => {
    expect(await found({ says: '{"intent":"next-review"}' }, { token: 't1' })).toBe(
      'ok: sorting answers, and took “when is my next review?” for next-review',
    );
    expect(model.heard).toHaveLength(1);
    expect(model.heard[0]).toMatchObject({ text: 'when is my next review?', authorization: 'Bearer t1' });
  });

  it.each<[string, Behaviour, string]>([
    ['sorts wrongly', { says: '{"intent":"people"}' }, 'took “when is my next review?” for people'],
    ['invents an intent', { says: '{"intent":"wipe"}' }, 'for nothing that the bot knows'],
    ['refuses the key', { status: 401 }, 'gave no answer (HTTP 401) -> check AZURE_OPENAI_API_KEY'],
    [
      'knows no such deployment',
      { status: 404 },
      'gave no answer (HTTP 404) -> check AZURE_OPENAI_DEPLOYMENT',
    ],
    ['has no quota left', { status: 429 }, 'raise the quota'],
    ['breaks', { raw: '<html>' }, 'gave no answer'],
    ['is silent', { silentFor: 4_500 }, 'did not answer within four seconds'],
  ])('that %s is said in plain words, with a remedy', { timeout: 15_000 }, async (_, behaviour, words) => {
    const said = await found(behaviour);
    expect(said).toMatch(/^warning: sorting /u);
    expect(said).toContain(words);
    expect(said).toContain(' -> ');
  });

  it('stands in the report of the doctor when one is configured, and not otherwise', async () => {
    const env = {
      DATA_DIR: '/nowhere',
      AZURE_OPENAI_ENDPOINT: 'https://127.0.0.1/',
      AZURE_OPENAI_DEPLOYMENT: 'sorting',
      AZURE_OPENAI_API_KEY: 'k1',
    };
    const checks = async (more: Record<string, string>) => {
      const report = documentOf(await academy(['doctor', '--json'], { env: more })) as {
        readonly checks: readonly { readonly check: string; readonly status: string }[];
      };
      return report.checks.filter(({ check }) => check === 'language model').map(({ status }) => status);
    };
    expect(await checks(env)).toEqual(['warning']);
    expect(await checks({ DATA_DIR: '/nowhere' })).toEqual([]);
  });
});
