import { afterAll, beforeAll, describe } from 'vitest';
import { accessStories } from './access.stories.ts';
import { deskStories } from './desk.stories.ts';
import { deskActStories } from './desk-acts.stories.ts';
import { entryStories } from './entry.stories.ts';
import { exchangeStories } from './exchange.stories.ts';
import { officeStories } from './office.stories.ts';
import { makeOffice } from './office.ts';
import { hasBrowser } from './office-page.ts';
import { planStories } from './plan.stories.ts';
import { postingStories } from './posting.stories.ts';
import { procedureStories } from './procedure.stories.ts';
import { screenStories } from './screens.stories.ts';
import { territoryStories } from './territory.stories.ts';

/**
 * Real browser, real server, demonstration data: the stories a person lives through. Starting a server costs more
 * than a story, so all of them share one: a feature adds a `<feature>.stories.ts` and a line here.
 */
describe.skipIf(!hasBrowser())('the office in a browser', () => {
  const office = makeOffice();
  beforeAll(office.open, 900_000);
  afterAll(office.close);

  accessStories(office);
  officeStories(office);
  deskStories(office);
  postingStories(office);
  deskActStories(office);
  screenStories(office);
  procedureStories(office);
  entryStories(office);
  exchangeStories(office);
  territoryStories(office);
  planStories(office);
});
