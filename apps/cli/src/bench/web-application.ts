import type { AddressInfo } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import type { Browser } from 'playwright-core';
import { readEnvironment } from '#platform/environment';
import { SettableClock } from '#platform/kernel';
import { openLog } from '#platform/observability';
import { EXIT } from '#platform/process';
import { rebuild } from '#platform/projections';
import { builtPages, createApi } from '../../../api/src/index.js';
import { migrations, openInstallation, type Installation } from '../../../composition/src/index.js';
import { CommandFailed } from '../exit-codes.js';
import { inBenchDatabase, migrateForBench } from './bench-database.js';
import type { BenchContext } from './bench-output.js';
import { startMailSink } from './mail-sink.js';
import { sendMorningMail, type MunicipalityWithMail } from './morning-of-mail.js';
import { fillLargeMunicipality, TODAY, type LargeMunicipality } from './ten-school-years.js';
import { openChromium } from './web-browser.js';
import type { Viewer } from './web-pages.js';
import type { WebApplication } from './web-visit.js';

/** The served application of a large municipality, and the browser in which to open it. */
export interface ServedMunicipality {
  readonly browser: Browser;
  readonly address: string;
  readonly large: MunicipalityWithMail;
}

/**
 * Runs `work` on the application with a municipality of 144 units after a number of school years, in a database of its
 * own.
 * @throws CommandFailed when the pages are not built or no browser is installed
 */
export async function inLargeMunicipality<T>(
  context: BenchContext,
  years: number,
  work: (served: ServedMunicipality) => Promise<T>,
): Promise<T> {
  const pages = builtPages();
  if (pages === undefined)
    throw new CommandFailed('The pages are not built: run npm run build, and the bench again.', EXIT.refusedToStart);
  const browser = await openChromium(process.env);
  const mailServer = await startMailSink();
  try {
    return await inFilledDatabase(context, years, async (logins, large) =>
      withServingApplication(
        logins,
        { ...context, pages, mailPort: mailServer.port, beforeServing: (application) => mailIn(application, large) },
        (address, mail) => work({ browser, address, large: { ...large, mail } }),
      ),
    );
  } finally {
    mailServer.stop();
    await browser.close();
  }
}

/** Sends the mail of the log's last morning; returns the coordinator's. */
async function mailIn({ app, installation }: ReadyApplication, { tenant, coordinator }: LargeMunicipality) {
  const to = { tenant, personId: coordinator, now: installation.clock.now() };
  return sendMorningMail(app, installation, to);
}

/** The API of the same without a browser, and without mail. */
export function servingLargeMunicipality<T>(
  context: BenchContext,
  years: number,
  work: (address: string, large: LargeMunicipality) => Promise<T>,
): Promise<T> {
  return inFilledDatabase(context, years, (logins, large) =>
    withServingApplication(logins, { ...context, beforeServing: () => Promise.resolve() }, (address) =>
      work(address, large),
    ),
  );
}

type Logins = Awaited<ReturnType<typeof migrateForBench>>;

function inFilledDatabase<T>(
  { databaseUrl, progress }: BenchContext,
  years: number,
  work: (logins: Logins, large: LargeMunicipality) => Promise<T>,
): Promise<T> {
  return inBenchDatabase(databaseUrl, async (url) => {
    progress(`A municipality of 144 units, ${years} school years …`);
    const logins = await migrateForBench(url, migrations);
    return work(logins, await fillLargeMunicipality(url, years));
  });
}

interface ReadyApplication {
  readonly app: Pick<INestApplicationContext, 'get'>;
  readonly installation: Installation;
}

interface Serving<Made> extends BenchContext {
  /** Folder of the built pages; without it only the API is served. */
  readonly pages?: string;
  readonly mailPort?: number;
  /** Work after the read models are built, whose result is given to the bench. */
  readonly beforeServing: (application: ReadyApplication) => Promise<Made>;
}

/**
 * Serves the application on a port of its own, on the last day of its log. Nothing is written meanwhile, so no followers
 * run.
 */
async function withServingApplication<Made, T>(
  logins: Logins,
  { progress, pages, mailPort, beforeServing }: Serving<Made>,
  work: (address: string, made: Made) => Promise<T>,
): Promise<T> {
  const environment = readEnvironment({
    DATABASE_URL_API: logins.api,
    DATABASE_URL_WORKER: logins.worker,
    RATE_PERSON: '1000000',
    SESSION_KEY: 'of a bench, for no one else'.padEnd(48, '.'),
    ...(mailPort !== undefined && {
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      MAIL_FROM: 'Samspill <samspill@example.no>',
    }),
  });
  const clock = new SettableClock(new Date(`${TODAY}T12:00:00+01:00`));
  const installation: Installation = await openInstallation(environment, { clock });
  try {
    progress('Read models from it …');
    await rebuild(
      { ...installation, source: installation.dataSource },
      installation.contexts.flatMap((each) => each.readModels),
    );
    const { freshness } = installation;
    const log = openLog('silent');
    const app = await createApi(installation, {
      environment,
      log,
      freshness,
      health: [],
      measures: [],
      ...(pages !== undefined && { pages }),
    });
    try {
      const made = await beforeServing({ app, installation });
      await installation.dataSource.query('vacuum analyze');
      await app.listen(0, '127.0.0.1');
      return await work(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`, made);
    } finally {
      await app.close();
    }
  } finally {
    await installation.close();
  }
}

/** The application as one of the municipality's people sees it, signed in. */
export async function webApplicationOf(address: string, large: LargeMunicipality, as: Viewer): Promise<WebApplication> {
  return { address, cookie: as === null ? undefined : await cookieOf(address, large.tenant, large[as]) };
}

async function cookieOf(address: string, tenant: string, personId: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId, municipality: tenant }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || !cookie) throw new Error(`Could not sign in: ${answer.status}`);
  return cookie;
}
