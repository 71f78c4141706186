import { strykerPlugins as plugins, strykerValidationSchema } from '@stryker-mutator/vitest-runner';
import type { Vitest } from 'vitest/node';

/*
 * Stryker's runner for Vitest, for the Vitest that we have: it asks for a test by the names of its suites and its own,
 * joined by spaces, where Vitest 5 joins them with " > ". Without this no mutant would meet a test, and all survive.
 */
const [plugin] = plugins;
if (plugin === undefined) throw new Error('@stryker-mutator/vitest-runner has no runner any more');
const { kind, factory: original } = plugin;

const eitherWay = (pattern: RegExp) => new RegExp(pattern.source.replaceAll(' ', '(?: > | )'));

function factory(injector: NonNullable<Parameters<typeof original>[0]>) {
  const runner = original(injector) as ReturnType<typeof original> & {
    ctx: Vitest;
    init(): Promise<void>;
  };
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
  return runner;
}
factory.inject = ['$injector'];

const strykerPlugins = [{ kind, name: 'vitest', factory }];

export { strykerPlugins, strykerValidationSchema };
