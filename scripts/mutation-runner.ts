import { strykerPlugins as plugins, strykerValidationSchema } from '@stryker-mutator/vitest-runner';
import type { Vitest } from 'vitest/node';

/*
 * Stryker's runner for Vitest, with two things mended for the Vitest that we have.
 *
 * It asks for a test by the names of its suites and its own, joined by spaces, where Vitest 5 joins them with " > ":
 * without this no mutant would meet a test, and all survive. And it overlooks a test file that cannot even be collected,
 * because what it computes for its tables threw: to people that file has failed, and so has the mutant.
 */
const [plugin] = plugins;
if (plugin === undefined) throw new Error('@stryker-mutator/vitest-runner has no runner any more');
const { kind, factory: original } = plugin;

type MadeRunner = ReturnType<typeof original>;
type MutantResult = Awaited<ReturnType<MadeRunner['mutantRun']>>;

const eitherWay = (pattern: RegExp) => new RegExp(pattern.source.replaceAll(' ', '(?: > | )'));

function uncollected(vitest: Vitest): string | undefined {
  const failed = vitest.state
    .getFiles()
    .find(({ tasks, result }) => tasks.length === 0 && result?.state === 'fail');
  return failed?.result?.errors?.[0]?.message;
}

function factory(injector: NonNullable<Parameters<typeof original>[0]>) {
  const runner = original(injector) as MadeRunner & { ctx: Vitest; init(): Promise<void> };
  const init = runner.init.bind(runner);
  runner.init = async () => {
    await init();
    const vitest = runner.ctx;
    const start = vitest.start.bind(vitest);
    vitest.start = (files) => {
      for (const { config } of vitest.projects) {
        if (config.testNamePattern !== undefined) config.testNamePattern = eitherWay(config.testNamePattern);
      }
      return start(files);
    };
  };
  const mutantRun = runner.mutantRun.bind(runner);
  runner.mutantRun = async (options): Promise<MutantResult> => {
    const result = await mutantRun(options);
    const failureMessage = uncollected(runner.ctx);
    if (result.status !== 'survived' || failureMessage === undefined) return result;
    return { status: 'killed', killedBy: [], failureMessage, nrOfTests: result.nrOfTests } as MutantResult;
  };
  return runner;
}
factory.inject = ['$injector'];

const strykerPlugins = [{ kind, name: 'vitest', factory }];

export { strykerPlugins, strykerValidationSchema };
