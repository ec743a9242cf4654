import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOnly, RunOptions } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import type { ApplicationUnderTest } from '../application-under-test.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Time limit for a page, in ms. */
const LONGEST_WAIT_MS = 30_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type Axe = { run(of: Document, how: RunOptions): Promise<AxeResults> };
/** WCAG 2.2 A and AA, and axe's best practices. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Chromium, started once per file of journeys. `npm test` passes its path. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['SAMSPILL_BROWSER'] ?? '/usr/bin/chromium', args: FLAGS });

/** A person's browser window. */
export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors from the browser: failed scripts, violations of the Content-Security-Policy. */
  readonly complaints: readonly string[];
  /** Opens a page of Samspill and waits until its heading is visible. */
  readonly open: (path: string) => Promise<void>;
  readonly leave: () => Promise<void>;
}

/**
 * A browser context of a journey, without earlier data. Nothing moves in it: a dialog that fades in would be checked half
 * drawn.
 */
export async function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  return context;
}

/** Opens a window for a person, signed in if given, in a browser context without earlier data. */
export async function seat(
  browser: Browser,
  application: Pick<ApplicationUnderTest, 'address' | 'cookieOf'>,
  person?: { readonly tenant: string; readonly personId: string },
  options: BrowserContextOptions = {},
): Promise<Seat> {
  const context = await openContext(browser, { baseURL: application.address, ...options });
  if (person) {
    const [name, ...value] = (await application.cookieOf(person.tenant, person.personId)).split('=');
    await context.addCookies([{ name: name!, value: value.join('='), url: application.address }]);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(application.address).origin)
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
 * Faults that axe-core finds in the current page: one line per fault, empty when there are none. `only` checks a single
 * rule, when no other can have changed since the last check.
 */
export async function accessibilityFaults(page: Page, only?: 'color-contrast'): Promise<readonly string[]> {
  // The page is empty for a moment while texts of another language are loaded.
  await page.locator('h1:visible, [role=dialog]:visible').first().waitFor();
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(
    async (runOnly: RunOnly) => {
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
        // Only an experimental rule needs it, and that rule is not used.
        preload: false,
      });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, any }) =>
          // For a contrast fault, also its colours.
          [`${id}: ${help} (${target.join(' ')})`, id === 'color-contrast' && any[0]?.message]
            .filter(Boolean)
            .join(': '),
        ),
      );
    },
    (only ? { type: 'rule', values: [only] } : { type: 'tag', values: RULES }) satisfies RunOnly as RunOnly,
  );
}
