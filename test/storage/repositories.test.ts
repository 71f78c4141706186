/** The repositories on the real store, in memory and on Azure's emulator: the same cases on both. */
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { fileCases } from './repository-file-cases.ts';
import { hintCases } from './repository-hint-cases.ts';
import { laneCases } from './repository-lane-cases.ts';
import { linkCases } from './repository-link-cases.ts';
import { preferenceCases } from './repository-preference-cases.ts';
import { purgeCases } from './repository-purge-cases.ts';
import { reminderCases } from './repository-reminder-cases.ts';
import { sendingCases } from './repository-sending-cases.ts';
import { beginTest, closeStore, openStore, passTime, stores } from './repository-store.ts';

describe.each(stores)('$name', ({ open }) => {
  beforeAll(() => openStore(open));
  afterAll(closeStore);
  beforeEach(beginTest);
  fileCases();
  laneCases();
  reminderCases();
  sendingCases();
  purgeCases();
  preferenceCases();
  linkCases();
  hintCases(passTime);
});
