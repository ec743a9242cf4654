import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import type { House } from '../house-under-test.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A page that is not there after so long will not come. */
const PATIENCE_MS = 15_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 A and AA, and what the rules call good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Chromium, started once for a file of journeys. `npm test` says where it is. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['SAMSPILL_BROWSER'] ?? '/usr/bin/chromium', args: FLAGS });

/** One who sits in front of the screen. */
export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: a script that failed, something the Content-Security-Policy stopped. */
  readonly complaints: readonly string[];
  /** Opens a page of Samspill and waits until its heading stands there. */
  readonly open: (path: string) => Promise<void>;
  readonly leave: () => Promise<void>;
}

/** Seats a person, signed in when given, in a browser with nothing of anyone before them. */
export async function seat(
  browser: Browser,
  house: Pick<House, 'address' | 'cookieOf'>,
  person?: { readonly municipality: string; readonly personId: string },
  options: BrowserContextOptions = {},
): Promise<Seat> {
  const context = await browser.newContext({
    baseURL: house.address,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
    // axe is put into the page by the test; the policy stands for what the page itself does
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (person) {
    const [name, ...value] = (await house.cookieOf(person.municipality, person.personId)).split('=');
    await context.addCookies([{ name: name!, value: value.join('='), url: house.address }]);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('console', (said) => {
    if (said.type() === 'error' && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/.test(said.text()))
      complaints.push(said.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(house.address).origin)
      complaints.push(`left the origin: ${request.url()}`);
  });
  return {
    page,
    context,
    complaints,
    open: async (path) => {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
    },
    leave: () => context.close(),
  };
}

/**
 * What axe-core finds wrong with the page as it stands: one line a fault, empty when there is none. `only` asks for one
 * rule alone, where no other can have another answer than a moment ago.
 */
export async function accessibilityFaults(page: Page, only?: 'color-contrast'): Promise<readonly string[]> {
  // words that are being fetched in another language leave the page empty for a moment
  await page.locator('h1:visible, [role=dialog]:visible').first().waitFor();
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const results = (await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: { run(of: unknown, how: unknown): Promise<unknown> } }).axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
        // fetched for one experimental rule, which is not asked
        preload: false,
      }),
    only ? { type: 'rule', values: [only] } : { type: 'tag', values: RULES },
  )) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) =>
      // of a contrast, which colours they were
      [`${id}: ${help} (${target.join(' ')})`, id === 'color-contrast' && any[0]?.message].filter(Boolean).join(': '),
    ),
  );
}
