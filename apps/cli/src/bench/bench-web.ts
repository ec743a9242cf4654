import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { openLog } from '#platform/observability';
import { migrate } from '#platform/database';
import { readEnvironment } from '#platform/environment';
import { SettableClock } from '#platform/kernel';
import { rebuild } from '#platform/projections';
import { builtPages, createApi } from '../../../api/src/index.js';
import { migrations, openInstallation, type Installation } from '../../../composition/src/index.js';
import { EXIT } from '#platform/process';
import { CommandFailed } from '../exit-codes.js';
import { inBenchDatabase } from './bench-database.js';
import { describeMachine, median, percentile, type BenchContext, type BenchResult } from './bench-output.js';
import { fillSamspill } from './fill-log.js';
import { schoolYearsOf144Units, TODAY, type LargeMunicipality } from './ten-school-years.js';
import { openChromium } from './web-browser.js';
import { MEASURED_PAGES, type MeasuredPage, type Viewer } from './web-pages.js';
import { searchP95 } from './web-search.js';
import { visit, type Visit, type WebApplication } from './web-visit.js';

const SIZE = { full: { years: 10, visits: 3 }, quick: { years: 2, visits: 2 } };

export type WebRow = {
  readonly page: string;
  /** Gzipped size of every script that the page has fetched by the time it is idle, with an empty cache. */
  readonly javascriptGzipKb: number;
  readonly firstContentfulPaintMs: number;
  readonly largestContentfulPaintMs: number;
  /** Time from key or click to the next paint, as reported by the browser. */
  readonly interactionP95Ms: number;
  /** Time from key or click to the last resulting change on the page, including answers from the server. */
  readonly answeredP95Ms: number;
  readonly interactions: number;
};

/**
 * Pages in a browser, for a municipality of 144 units with ten school years: amount fetched, time to first paint, and
 * response time to keys and clicks. Medians of the visits; all visits' interactions together.
 */
export async function benchWeb(context: BenchContext): Promise<BenchResult<WebRow>> {
  const { databaseUrl, quick, progress } = context;
  const pages = builtPages();
  if (pages === undefined)
    throw new CommandFailed('The pages are not built: run npm run build, and the bench again.', EXIT.refusedToStart);
  const browser = await openChromium(process.env);
  try {
    const machine = await describeMachine(databaseUrl);
    const { years, visits } = quick ? SIZE.quick : SIZE.full;
    const large = schoolYearsOf144Units(years);
    const { rows, searchP95Ms } = await inBenchDatabase(databaseUrl, async (url) => {
      progress(`A municipality of 144 units, ${years} school years …`);
      await migrate(url, migrations);
      await fillSamspill(url, large.log);
      return withServingApplication(url, pages, context, async (address) => ({
        rows: await measureAll(browser, address, large, visits, progress),
        searchP95Ms: await searchP95(await webApplicationOf(address, large, 'coordinator')),
      }));
    });
    return {
      bench: 'web',
      machine,
      rows,
      also: { searchP95Ms, chromium: Number.parseFloat(browser.version()) },
      missed: [
        ...missedBy(rows),
        ...(searchP95Ms > SEARCH_AIM_MS ? [`search: ${searchP95Ms} ms, at most ${SEARCH_AIM_MS}`] : []),
      ],
    };
  } finally {
    await browser.close();
  }
}

/** Targets per page: 170 kB of scripts, one second, a tenth of a second. */
const AIMS = { javascriptGzipKb: 170, firstContentfulPaintMs: 1_000, interactionP95Ms: 100 } as const;
const SEARCH_AIM_MS = 50;

const missedBy = (rows: readonly WebRow[]): string[] =>
  rows.flatMap((row) =>
    (Object.keys(AIMS) as (keyof typeof AIMS)[])
      .filter((figure) => row[figure] > AIMS[figure])
      .map((figure) => `${row.page}: ${figure} ${row[figure]}, at most ${AIMS[figure]}`),
  );

/** Serves the application on a port of its own, on the last day of its log. Nothing is written, so no followers run. */
async function withServingApplication<T>(
  url: string,
  pages: string,
  { progress }: BenchContext,
  work: (address: string) => Promise<T>,
): Promise<T> {
  const environment = readEnvironment({
    DATABASE_URL: url,
    SESSION_KEY: 'of a bench, for no one else'.padEnd(48, '.'),
  });
  const clock = new SettableClock(new Date(`${TODAY}T12:00:00+01:00`));
  const installation: Installation = await openInstallation(environment, { clock });
  try {
    progress('Read models from it …');
    await rebuild(
      { ...installation, source: installation.dataSource },
      installation.contexts.flatMap((each) => each.readModels),
    );
    await installation.dataSource.query('vacuum analyze');
    const { freshness } = installation;
    const log = openLog('silent');
    const app = await createApi(installation, { environment, log, freshness, health: [], measures: [], pages });
    try {
      await app.listen(0, '127.0.0.1');
      return await work(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);
    } finally {
      await app.close();
    }
  } finally {
    await installation.close();
  }
}

async function measureAll(
  browser: Browser,
  address: string,
  large: LargeMunicipality,
  visits: number,
  progress: BenchContext['progress'],
): Promise<WebRow[]> {
  const rows: WebRow[] = [];
  for (const page of MEASURED_PAGES) {
    progress(`${page.name} …`);
    rows.push(await measure(browser, address, large, page, visits));
  }
  return rows;
}

async function measure(
  browser: Browser,
  address: string,
  large: LargeMunicipality,
  { name, as, path, work }: MeasuredPage,
  visits: number,
): Promise<WebRow> {
  const application = await webApplicationOf(address, large, as);
  const seen: Visit[] = [];
  // the first visit warms up the server and is not counted: a page is measured, not a process start
  for (let nr = 0; nr <= visits; nr += 1) {
    const one = await visit(browser, application, path(large), work);
    if (nr > 0) seen.push(one);
  }
  const interactions = seen.flatMap(({ interactionsMs }) => interactionsMs);
  return {
    page: name,
    javascriptGzipKb: Math.round((await gzipped(seen[0]!.scripts)) / 100) / 10,
    firstContentfulPaintMs: Math.round(median(seen.map((one) => one.firstContentfulPaintMs))),
    largestContentfulPaintMs: Math.round(median(seen.map((one) => one.largestContentfulPaintMs))),
    interactionP95Ms: percentile(interactions, 0.95),
    answeredP95Ms: Math.round(
      percentile(
        seen.flatMap((one) => one.answeredMs),
        0.95,
      ),
    ),
    interactions: interactions.length,
  };
}

/** Bytes of the scripts when gzipped; Chromium itself requests Brotli, which is smaller. */
async function gzipped(scripts: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const script of new Set(scripts)) {
    const answer = await fetch(script, { headers: { 'accept-encoding': 'gzip' } });
    if (answer.headers.get('content-encoding') !== 'gzip') throw new Error(`${script} is not sent gzipped`);
    bytes += Number(answer.headers.get('content-length'));
    await answer.body?.cancel();
  }
  return bytes;
}

async function webApplicationOf(address: string, large: LargeMunicipality, as: Viewer): Promise<WebApplication> {
  return { address, cookie: as === null ? undefined : await cookieOf(address, large.municipality, large[as]) };
}

async function cookieOf(address: string, municipality: string, personId: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId, municipality }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || !cookie) throw new Error(`Could not sign in: ${answer.status}`);
  return cookie;
}
