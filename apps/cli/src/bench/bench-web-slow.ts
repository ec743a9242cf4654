import type { Browser } from 'playwright-core';
import { describeMachine, median, type BenchContext, type BenchResult } from './bench-output.js';
import { visitSlowly, type SlowVisit } from './slow-visit.js';
import { inLargeMunicipality, webApplicationOf } from './web-application.js';
import { MEASURED_PAGES } from './web-pages.js';
import { openWindow } from './web-window.js';
import type { WebApplication } from './web-visit.js';

const SIZE = { full: { years: 10, visits: 3 }, quick: { years: 2, visits: 1 } };
/** Targets per page, in milliseconds. */
const AIMS = { coldMs: 4_000, warmMs: 1_500 } as const;

export type SlowWebRow = {
  readonly page: string;
  /** Time until the page's contents are drawn, with an empty cache. */
  readonly coldMs: number;
  /** The same when the browser has been there before. */
  readonly warmMs: number;
  /** Requests over the line of the cold visit, and of the warm one. */
  readonly requests: number;
  readonly warmRequests: number;
  readonly coldKb: number;
  readonly warmKb: number;
};

/**
 * The pages on a slow machine and line (processor ÷ 4, "Fast 3G" with 562 ms for each request), for a municipality of
 * 144 units with ten school years: medians of the visits.
 */
export async function benchWebSlow(context: BenchContext): Promise<BenchResult<SlowWebRow>> {
  const { databaseUrl, quick, progress } = context;
  const machine = await describeMachine(databaseUrl);
  const { years, visits } = quick ? SIZE.quick : SIZE.full;
  return inLargeMunicipality(context, years, async ({ browser, address, large }) => {
    const rows: SlowWebRow[] = [];
    for (const { name, as, path } of MEASURED_PAGES) {
      progress(`${name} …`);
      const application = await webApplicationOf(address, large, as);
      rows.push(await measure(browser, application, name, path(large), visits, progress));
    }
    return {
      bench: 'web --slow',
      machine,
      rows,
      also: { chromium: Number.parseFloat(browser.version()) },
      missed: rows.flatMap((row) =>
        (Object.keys(AIMS) as (keyof typeof AIMS)[])
          .filter((figure) => row[figure] > AIMS[figure])
          .map((figure) => `${row.page}: ${figure} ${row[figure]}, at most ${AIMS[figure]}`),
      ),
    };
  });
}

async function measure(
  browser: Browser,
  application: WebApplication,
  name: string,
  path: string,
  visits: number,
  progress: BenchContext['progress'],
): Promise<SlowWebRow> {
  const cold: SlowVisit[] = [];
  const warm: SlowVisit[] = [];
  for (let nr = 0; nr < visits; nr += 1) {
    // each cold visit has a browser context of its own, with an empty cache
    const [context, window] = await openWindow(browser, application.address);
    try {
      cold.push(await visitSlowly(context, application, path));
      warm.push(await visitSlowly(context, application, path));
      await window.close();
    } finally {
      await context.close();
    }
  }
  for (const visit of [cold[0]!, warm[0]!])
    progress([`${name}, ${visit === cold[0] ? 'cold' : 'warm'}:`, ...visit.requests.map(inWaterfall)].join('\n'));
  return {
    page: name,
    coldMs: Math.round(median(cold.map(({ contentMs }) => contentMs))),
    warmMs: Math.round(median(warm.map(({ contentMs }) => contentMs))),
    requests: cold[0]!.requests.length,
    warmRequests: warm[0]!.requests.length,
    coldKb: kilobytes(cold[0]!),
    warmKb: kilobytes(warm[0]!),
  };
}

const MS_PER_CHARACTER = 200;

/** A line of a visit's waterfall: the request's duration as a bar, then its times, size and path. */
const inWaterfall = ({ path, beginMs, endMs, bytes }: SlowVisit['requests'][number]): string => {
  const open = '█'.repeat(Math.max(1, Math.round((endMs - beginMs) / MS_PER_CHARACTER)));
  const bar = `${' '.repeat(Math.round(beginMs / MS_PER_CHARACTER))}${open}`;
  return `${bar.padEnd(60)} ${String(beginMs).padStart(5)}–${String(endMs).padEnd(5)} ${String(bytes).padStart(7)} B ${path}`;
};

const kilobytes = ({ requests }: SlowVisit): number =>
  Math.round(requests.reduce((sum, { bytes }) => sum + bytes, 0) / 100) / 10;
