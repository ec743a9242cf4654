import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { QUESTIONS_SEED, randomQuestion, type Filterable } from '../../statistics/random-question.js';
import { Random } from '../../statistics/random.js';
import type { ApplicationUnderTest } from '../application-under-test.js';
import { openDemo } from '../demo-under-test.js';
import { accessibilityFaults, openBrowser, seat, type Seat } from './browser.js';
import { demoAt, discover, type Discovered, type Persona } from './discover.js';

jest.setTimeout(240_000);

const QUESTIONS = 50;
const OF_PROTECTED_READER = 8;
/** Pages of one browser context that are open at once. */
const TABS = 3;

let application: ApplicationUnderTest;
let browser: Browser;
let found: Discovered;
beforeAll(async () => {
  [application, browser] = await Promise.all([openDemo(2), openBrowser()]);
  found = await discover(application.address);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

const seatOf = (persona: Persona) => {
  const demo = demoAt(application.address);
  return seat(browser, demo, { tenant: demo.tenant, personId: found.people.get(persona)! });
};

type Shown =
  | { readonly hidden: string }
  | { readonly numerator: number; readonly denominator: number; readonly value: number | null };
interface Definition {
  readonly id: number;
  readonly unit: 'per-cent' | 'number' | 'calendar-days' | 'working-days' | 'months' | 'mean';
  readonly measure: string;
}

/** A question in the address of the page, and in that of the API. */
interface Asked {
  readonly id: number;
  readonly page: string;
  readonly api: string;
}

const KINDS: Readonly<Record<string, string>> = { school: 'skole', kindergarten: 'barnehage' };

/** The page's filters in one question: period, unit, kind of unit, area, service, and a day as of which. */
function randomlyAsked(random: Random, filterable: Filterable): Asked {
  const { indicator, period, filters, asOf } = randomQuestion(random, filterable);
  const { unit, kind, area, service } = filters;
  const day = asOf?.toISOString().slice(0, 10);
  const filled = (of: Readonly<Record<string, string | undefined>>) =>
    new URLSearchParams(Object.entries(of).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
  return {
    id: indicator.id,
    page: `/statistikk/${indicator.id}?${filled({ periode: period, type: kind && KINDS[kind], omrade: area, enhet: unit, tjeneste: service, per: day })}`,
    api: `/api/statistics/${indicator.id}?${filled({ period, ...filters, asOf: day })}`,
  };
}

async function jsonAt<Json>(page: Page, path: string): Promise<Json> {
  const answer = await page.request.get(path);
  expect([path, answer.status()]).toEqual([path, 200]);
  return (await answer.json()) as Json;
}

const norwegian = (value: number, decimals = 0) =>
  plain(new Intl.NumberFormat('nb-NO', { maximumFractionDigits: decimals }).format(value));
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** The value in large without the name of its unit, and the numbers of the fraction that explains it. */
interface Said {
  readonly value: string;
  readonly fraction: readonly string[];
}

/** The sentence that the page should say about the API's answer. */
function expectedOf(figure: Shown, { unit, measure }: Definition): Said {
  if ('hidden' in figure) return { value: ':', fraction: [] };
  const [numerator, denominator] = [norwegian(figure.numerator), norwegian(figure.denominator)];
  if (measure === 'distribution') return { value: denominator, fraction: [denominator] };
  const { value } = figure;
  const isWhole = unit === 'per-cent' || unit === 'number';
  const number = value === null ? '–' : norwegian(value, isWhole ? 0 : 1);
  return {
    value: unit === 'per-cent' && value !== null ? `${number} %` : number,
    fraction: measure === 'number' ? [numerator] : [numerator, denominator],
  };
}

/** The value in large; a notice above it says that the past is shown. */
const ANSWER = 'main strong:not([role=note] strong)';

async function saidOn(page: Page, address: string, { unit }: Definition): Promise<Said> {
  await page.goto(address);
  const explained = page.getByRole('region', { name: /^Forklar tallet/ });
  await explained.waitFor();
  const large = plain(await page.locator(ANSWER).first().innerText());
  expect([address, plain(await explained.getByRole('heading', { level: 2 }).innerText())]).toEqual([
    address,
    `Forklar tallet: ${large}`,
  ]);
  const hasUnit = unit === 'calendar-days' || unit === 'working-days' || unit === 'months';
  return {
    value: hasUnit ? large.replace(/ \p{L}+$/u, '').replace(/^én$/, '1') : large,
    fraction: (await explained.locator('strong').allInnerTexts()).map(plain),
  };
}

/** Asks each question of the page and of the API; returns the answers of the API. */
async function ask({ context, page: first }: Seat, questions: readonly Asked[], definitions: readonly Definition[]) {
  const waiting = [...questions];
  const answers: Shown[] = [];
  const askSome = async (page: Page) => {
    for (let question = waiting.shift(); question; question = waiting.shift()) {
      const { figures } = await jsonAt<{ readonly figures: readonly { readonly whole: Shown }[] }>(page, question.api);
      const { whole } = figures[0]!;
      const definition = definitions.find(({ id }) => id === question.id)!;
      const said = await saidOn(page, question.page, definition);
      expect([question.page, said]).toEqual([question.page, expectedOf(whole, definition)]);
      answers.push(whole);
    }
  };
  const others = await Promise.all(Array.from({ length: TABS - 1 }, () => context.newPage()));
  await Promise.all([first, ...others].map(askSome));
  return answers;
}

const definitionsFor = async ({ page }: Seat) =>
  (await jsonAt<{ readonly indicators: readonly Definition[] }>(page, '/api/statistics')).indicators;
async function filterableFor({ page }: Seat): Promise<Filterable> {
  interface Listed<Item> {
    readonly items: readonly Item[];
  }
  const { items } = await jsonAt<Listed<{ readonly unitId: string; readonly area: string }>>(page, '/api/units');
  const services = await jsonAt<Listed<{ readonly serviceId: string }>>(page, '/api/services');
  return {
    unit: items.map(({ unitId }) => unitId),
    kind: Object.keys(KINDS),
    area: [...new Set(items.map(({ area }) => area))],
    service: services.items.map(({ serviceId }) => serviceId),
  };
}

test('the page of a figure has the value of the API, for fifty random questions', async () => {
  const coordinator = await seatOf('coordinator');
  const [definitions, filterable] = [await definitionsFor(coordinator), await filterableFor(coordinator)];
  const random = new Random(QUESTIONS_SEED);
  const questions = Array.from({ length: QUESTIONS }, () => randomlyAsked(random, filterable));
  const answers = await ask(coordinator, questions, definitions);
  // The questions are worth asking: many figures have something to show, and those who may see everything see it.
  expect(answers.filter((it) => 'hidden' in it)).toEqual([]);
  expect(answers.filter((it) => !('hidden' in it) && it.numerator > 0).length).toBeGreaterThan(QUESTIONS / 4);
  expect(coordinator.complaints).toEqual([]);
  await coordinator.leave();
});

test('whoever sees protected figures finds on the page what the API shows and hides', async () => {
  const director = await seatOf('director');
  const [definitions, filterable] = [await definitionsFor(director), await filterableFor(director)];
  const random = new Random(QUESTIONS_SEED);
  const open = new Set(definitions.map(({ id }) => id));
  const questions: Asked[] = [];
  while (questions.length < OF_PROTECTED_READER) {
    const question = randomlyAsked(random, filterable);
    if (open.has(question.id)) questions.push(question);
  }
  const answers = await ask(director, questions, definitions);
  const hidden = answers.filter((it) => 'hidden' in it).length;
  expect([hidden > 0, hidden < answers.length]).toEqual([true, true]);
  expect(director.complaints).toEqual([]);
  await director.leave();
});

interface Spread {
  readonly spread: Readonly<Record<'mean' | 'median' | 'lowerQuartile' | 'upperQuartile', number>>;
}

test('a median has the mean and the quartiles beside it, a mean has the median', async () => {
  const { page, open, leave, complaints } = await seatOf('coordinator');
  const tenths = (value: number) => new Intl.NumberFormat('nb-NO').format(Math.round(value * 10) / 10);
  for (const [indicator, of, beside] of [
    [21, 'mean', 'Gjennomsnitt'],
    [17, 'median', 'Median'],
  ] as const) {
    const { figures } = await jsonAt<{ readonly figures: readonly { readonly whole: Spread }[] }>(
      page,
      `/api/statistics/${indicator}?period=2025-2026`,
    );
    const { spread } = figures[0]!.whole;
    await open(`/statistikk/${indicator}?periode=2025-2026`);
    const line = page.getByText(new RegExp(`^${beside} ${tenths(spread[of])}(\\s\\p{L}+)?, halvparten mellom`, 'u'));
    const upper = indicator === 21 ? `${tenths(spread.upperQuartile)} dager` : tenths(spread.upperQuartile);
    expect(await line.innerText()).toMatch(
      new RegExp(`, halvparten mellom ${tenths(spread.lowerQuartile)} og ${upper}$`),
    );
  }
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});
