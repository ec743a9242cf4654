import { makeDemo } from '../../apps/cli/src/demo/make-demo.js';
import { migrations } from '../../apps/composition/src/index.js';
import { copiedDatabase, migratedDatabase } from '../postgres.js';
import { separateLogSettings } from '../separate-log.js';
import { openApplication, type ApplicationUnderTest } from './application-under-test.js';

const QUIET = { out: () => undefined, err: () => undefined, draw: () => undefined, interactive: false, width: 80 };
/** Today in the demo. */
const DEMO_TODAY = new Date('2026-11-18T12:00:00+01:00');
const SCALE = { schools: 4, kindergartens: 3 };
/** Before the demo begins. */
const LONG_AGO = '2020-08-01T06:00:00Z';

/** The application with a demo of seven units: a copy of the one that the first spec of the run made. */
export async function openDemo(schoolYears: number): Promise<ApplicationUnderTest> {
  const wish = { seed: 2026, asOf: DEMO_TODAY, scale: { ...SCALE, schoolYears } };
  const fill = async (application: ApplicationUnderTest) => {
    await makeDemo(application.installation, wish, { terminal: QUIET, signal: new AbortController().signal });
    application.setClock(DEMO_TODAY.toISOString());
    await application.caughtUp();
  };
  // A log beside the database is not in the copy.
  if (Object.keys(separateLogSettings()).length > 0) {
    const application = await openApplication(LONG_AGO);
    await fill(application);
    return application;
  }
  const database = await copiedDatabase(`demo ${JSON.stringify(wish)}`, async () => {
    const made = await migratedDatabase(migrations);
    const application = await openApplication(LONG_AGO, {}, { ...made, drop: () => Promise.resolve() });
    await fill(application);
    await application.close();
    return made;
  });
  return openApplication(DEMO_TODAY.toISOString(), {}, database);
}
