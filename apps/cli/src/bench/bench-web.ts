import type { Browser } from 'playwright-core';
import { describeMachine, median, percentile, type BenchContext, type BenchResult } from './bench-output.js';
import type { MunicipalityWithMail } from './morning-of-mail.js';
import { inLargeMunicipality, webApplicationOf } from './web-application.js';
import { MEASURED_PAGES, type MeasuredPage } from './web-pages.js';
import { searchP95 } from './web-search.js';
import { visit, type Visit } from './web-visit.js';

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
  const machine = await describeMachine(databaseUrl);
  const { years, visits } = quick ? SIZE.quick : SIZE.full;
  return inLargeMunicipality(context, years, async ({ browser, address, large }) => {
    const rows = await measureAll(browser, address, large, visits, progress);
    const searchP95Ms = await searchP95(await webApplicationOf(address, large, 'coordinator'));
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
  });
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

async function measureAll(
  browser: Browser,
  address: string,
  large: MunicipalityWithMail,
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
  large: MunicipalityWithMail,
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
