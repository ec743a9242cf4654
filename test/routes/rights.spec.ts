import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Problem, type OpenApiDocument } from '#platform/http';
import { startApi, type RunningApi } from '../running-api.js';
import { ask, namesAnId, OPEN, routesOf, sentMail, type Answer, type DocumentedRoute } from './documented-routes.js';
import {
  ACTION_TEXT,
  HEADING,
  NEIGHBOUR_NUMBER,
  NEIGHBOURS,
  NUMBER,
  tellNeighboursStory,
  tellWholeStory,
} from './rights.municipality.js';
import {
  ALL_ASKERS,
  MAY,
  may,
  personOf,
  PLACES,
  ROUTES,
  whyNot,
  WITHOUT_ROLE,
  type AskerName,
  type Capability,
  type Place,
} from './rights.table.js';

// The access matrix: every route of the OpenAPI document × everybody of rights.people.ts × two units.

/** Thousands of requests, on a machine that may be busy. */
const LONG_MS = 1_800_000;

let api: RunningApi;
let routes: readonly DocumentedRoute[];
const cookies = new Map<AskerName, string>();
const neighbours = new Map<AskerName, string>();
/** The answer to each person about each place, by route. */
const asked = new Map<DocumentedRoute, readonly { who: AskerName; place: Place; answer: Answer }[]>();
/** Number of events before and after all of these requests. */
let [before, after] = [-1n, -1n];

beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', async ({ events }) => {
    await tellWholeStory(events);
    await tellNeighboursStory(events);
  });
  await api.settled();
  await sentMail(api);
  routes = routesOf((await (await fetch(`${api.url}/api/openapi.json`)).json()) as OpenApiDocument);
  for (const name of ALL_ASKERS) cookies.set(name, await api.cookie(NUMBER, personOf(name)));
  for (const name of NEIGHBOURS) neighbours.set(name, await api.cookie(NEIGHBOUR_NUMBER, personOf(name)));
  before = await api.installation.events.head();
  for (const route of guarded()) asked.set(route, await askAll(route));
  after = await api.installation.events.head();
}, LONG_MS);
afterAll(() => api.close());

const capabilityOf = ({ name }: DocumentedRoute): Capability | undefined =>
  ROUTES.find(([pattern]) => pattern.test(name))?.[1];
const guarded = () => routes.filter((route) => capabilityOf(route) !== undefined);

/** A route that names nothing is asked once: what it answers is of no place. */
const placesOf = (route: DocumentedRoute): readonly Place[] => (namesAnId(route) ? PLACES : ['here']);

const askAll = async (route: DocumentedRoute) =>
  (
    await Promise.all(
      ALL_ASKERS.map(async (who) => {
        const answers = [];
        for (const place of placesOf(route))
          answers.push({ who, place, answer: await ask(api.url, cookies.get(who)!, route, place) });
        return answers;
      }),
    )
  ).flat();

/** Refused, or answered as not found. */
const isDenied = ({ status }: Answer) => status === 403 || status === 404;
const isServed = ({ status }: Answer, { kind, path }: DocumentedRoute) =>
  // 409: the draft of a filed meeting, which no longer exists; an agreement that nobody has proposed.
  kind === 'live'
    ? status === 200
    : kind === 'query'
      ? status === 200 || (status === 409 && /\/(draft|agreement\.pdf)$/.test(path))
      : [200, 400, 409, 412, 422].includes(status);
/** An answer without what differs between two requests. */
const withoutRequestId = ({ status, text }: Answer) => `${status} ${text.replace(/urn:uuid:[-0-9a-f]+/, '')}`;

describe('every route', () => {
  test('is in the table of § 3.5, or open', () => {
    expect(guarded().length).toBeGreaterThan(40);
    const unknown = routes.filter((route) => capabilityOf(route) === undefined && !OPEN.includes(route.name));
    expect(unknown.map(({ name }) => name)).toEqual([]);
    // Nothing in the table is open.
    expect(guarded().filter(({ closed }) => !closed)).toEqual([]);
    expect(OPEN.filter((name) => !routes.some((route) => route.name === name))).toEqual([]);
  });

  test('admits exactly the people of § 3.5', () => {
    const wrong: string[] = [];
    for (const [route, answers] of asked) {
      const capability = capabilityOf(route)!;
      for (const { who, place, answer } of answers) {
        const reasons = whyNot(who, capability, place);
        if (reasons ? !isDenied(answer) : !isServed(answer, route))
          wrong.push(
            `${route.name}: ${who} ${place} was answered ${answer.status}; ${reasons?.join('; ') ?? `may ${capability}`}`,
          );
      }
    }
    expect(wrong).toEqual([]);
    const places = guarded().flatMap(placesOf).length;
    expect([...asked.values()].flat().length).toBe(places * ALL_ASKERS.length);
    // No command was carried out meanwhile.
    expect(after).toBe(before);
  });

  test(
    'gives the same answer for what is out of reach and what does not exist',
    async () => {
      const wrong: string[] = [];
      let compared = 0;
      for (const [route, answers] of asked)
        if (namesAnId(route))
          await Promise.all(
            ALL_ASKERS.map(async (who) => {
              const denied = answers.filter((it) => it.who === who && isDenied(it.answer));
              if (denied.length === 0) return;
              const notThere = withoutRequestId(await ask(api.url, cookies.get(who)!, route, 'nowhere'));
              for (const { place, answer } of denied) {
                compared += 1;
                if (withoutRequestId(answer) !== notThere)
                  wrong.push(`${route.name} ${place} tells ${who} apart: ${withoutRequestId(answer)} and ${notThere}`);
              }
            }),
          );
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(1_000);
    },
    LONG_MS,
  );

  test(
    'is closed to people without a role today, whatever they had or will have',
    async () => {
      const wrong: string[] = [];
      for (const route of guarded())
        await Promise.all(
          WITHOUT_ROLE.map(async (who) => {
            expect(whyNot(who, capabilityOf(route)!, 'here')).toEqual(['has no role today']);
            // A session of its own for each request: the first refusal ends it.
            const answer = await ask(api.url, await api.cookie(NUMBER, personOf(who)), route, 'here');
            if (answer.status !== 401 || Problem.parse(JSON.parse(answer.text)).type !== SIGN_IN_REQUIRED)
              wrong.push(`${route.name}: ${who} was answered ${answer.status}`);
          }),
        );
      expect(wrong).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'answers people of another municipality as if nothing of this one existed',
    async () => {
      const wrong: string[] = [];
      for (const route of guarded())
        for (const [who, cookie] of neighbours) {
          const answer = await ask(api.url, cookie, route, 'here');
          const word = OURS.find((text) => answer.text.includes(text));
          if (word !== undefined) wrong.push(`${route.name} shows ${who} of another municipality «${word}»`);
          if (!namesAnId(route)) continue;
          const notThere = await ask(api.url, cookie, route, 'nowhere');
          if (withoutRequestId(answer) !== withoutRequestId(notThere))
            wrong.push(
              `${route.name} tells ${who} apart: ${withoutRequestId(answer)} and ${withoutRequestId(notThere)}`,
            );
        }
      expect(wrong).toEqual([]);
      expect(await api.installation.events.head()).toBe(before);
    },
    LONG_MS,
  );

  test(
    'is closed to a session of a person whom the municipality does not know',
    async () => {
      const wrong: string[] = [];
      for (const route of guarded()) {
        const { status } = await ask(
          api.url,
          await api.cookie(NEIGHBOUR_NUMBER, personOf('leaderHere')),
          route,
          'here',
        );
        if (status !== 401) wrong.push(`${route.name} answered ${status}`);
      }
      expect(wrong).toEqual([]);
    },
    LONG_MS,
  );

  test('shows nobody the text of a protocol or an action that they may not read', () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const [route, answers] of asked) {
      if (route.kind !== 'query') continue;
      for (const { who, answer } of answers)
        for (const where of PLACES) {
          const words = [
            [HEADING[where], 'read a protocol'],
            [ACTION_TEXT[where], 'read an action'],
          ] as const;
          for (const [word, capability] of words) {
            if (!answer.text.includes(word)) continue;
            seen.add(`${where}: ${capability}`);
            const readable = may(who, capability, where) || may(who, 'read a protocol', where);
            if (!readable) wrong.push(`${route.name} shows ${who} «${word}»`);
          }
        }
    }
    expect(wrong).toEqual([]);
    // The words occur in some answers: otherwise nothing would have been checked.
    expect([...seen].toSorted()).toEqual([
      'here: read a protocol',
      'here: read an action',
      'there: read a protocol',
      'there: read an action',
    ]);
  });

  test('shows a unit’s figures to roles with the right to them, and the page without them to other participants', () => {
    const wrong: string[] = [];
    for (const { who, place, answer } of answersOf('GET /api/units/:unitId/overview')) {
      if (answer.status !== 200) continue;
      const { coverage, openActions, overdueActions } = JSON.parse(answer.text) as Record<string, unknown>;
      const shown = [coverage, openActions, overdueActions].map((figure) => figure !== null);
      // Actions count as children: few of them are for those who may open them.
      const seesActions = may(who, 'see a unit’s raw figures', place);
      const wanted = [may(who, 'see how a unit keeps to the system', place), seesActions, seesActions];
      if (shown.join() !== wanted.join()) wrong.push(`${who} ${place}: ${shown.join()}`);
    }
    expect(wrong).toEqual([]);
  });

  test('says in a meeting’s history how many actions it agreed to those who may read its protocol', () => {
    const wrong: string[] = [];
    let told = 0;
    for (const { who, place, answer } of answersOf('GET /api/meetings/:meetingId/timeline')) {
      if (answer.status !== 200) continue;
      const says = /new\s+action|nytt\s+tiltak/.test(answer.text);
      if (says) told += 1;
      if (says !== may(who, 'read a protocol', place)) wrong.push(`${who} ${place}: ${says}`);
    }
    expect(wrong).toEqual([]);
    expect(told).toBeGreaterThan(0);
  });
});

test('every refusal of the table says why', () => {
  const reasons = Object.entries(MAY).flatMap(([capability, row]) =>
    Object.entries(row).flatMap(([role, cell]) =>
      typeof cell === 'string' && cell.startsWith('no:')
        ? [{ of: `${capability}, ${role}`, why: cell.slice(3).trim() }]
        : [],
    ),
  );
  expect(reasons.length).toBeGreaterThan(100);
  expect(reasons.filter(({ why }) => why.split(' ').length < 3)).toEqual([]);
});

const SIGN_IN_REQUIRED = 'urn:samspill:problem:sign-in-required';
/** Words of this municipality alone. */
const OURS = [
  ...Object.values(HEADING),
  ...Object.values(ACTION_TEXT),
  'Prøvevik',
  'Skolen',
  'teacherHere',
  'Barnevern',
];
const answersOf = (name: string) => [...asked].find(([route]) => route.name === name)![1];
