import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { MeetingMoved } from '#meetings/contract';
import { MEETING, NUMBER, personOf, tellStory, UNIT } from '../routes/rights.municipality.js';
import type { AskerName } from '../routes/rights.table.js';
import { startApi, type RunningApi } from '../running-api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

const ask = async (who: AskerName, method: 'GET' | 'POST' | 'DELETE') => {
  const response = await fetch(`${api.url}/api/calendar-feed`, {
    method,
    headers: {
      cookie: await api.cookie(NUMBER, personOf(who)),
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
  });
  return { status: response.status, answer: (await response.json()) as { readonly url?: string | null } };
};
/** The address's path at this API: the configured origin has another port. */
const addressOf = async (who: AskerName): Promise<string> => {
  const { answer } = await ask(who, 'GET');
  return `${api.url}${new URL(answer.url!).pathname}`;
};
/** Without any session, as a calendar program asks. */
const read = async (address: string) => {
  const response = await fetch(address);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};
const meetingsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))
    .map(({ uid, sequence, summary }) => [uid, sequence, summary]);

test('a person opens a feed, and a calendar program reads their own meetings without signing in', async () => {
  expect(await ask('leaderHere', 'GET')).toEqual({ status: 200, answer: { url: null } });
  expect((await ask('leaderHere', 'POST')).status).toBe(200);
  const { status, type, text } = await read(await addressOf('leaderHere'));
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(meetingsIn(text)).toEqual([[`${MEETING.here}@samspill`, 0, 'Samarbeidsmøte – Skolen here']]);
});

test('a moved meeting is the same appointment with a higher sequence', async () => {
  await ask('leaderThere', 'POST');
  const metadata = {
    commandId: randomUUID(),
    request: 'moved',
    correlationId: randomUUID(),
    actor: 'system:spec',
    occurredAt: '2026-11-12T10:00:00.000Z',
  };
  const moved = MeetingMoved.schema.parse({
    unitIds: [UNIT.there],
    from: { on: '2026-11-10', startsAt: '12:00' },
    to: { on: '2026-11-26', startsAt: '09:00' },
    place: 'Rådhuset',
    reason: null,
  });
  const { events, catalog } = api.installation;
  const history = await events.read(NUMBER, `meeting-${MEETING.there}`);
  await events.append(NUMBER, `meeting-${MEETING.there}`, history.at(-1)!.revision, [
    catalog.encode(randomUUID(), MeetingMoved(moved), metadata),
  ]);
  await api.settled();
  const { text } = await read(await addressOf('leaderThere'));
  expect(meetingsIn(text)).toEqual([[`${MEETING.there}@samspill`, 1, 'Samarbeidsmøte – Skolen there']]);
  expect(text).toContain('DTSTART;TZID=Europe/Oslo:20261126T090000');
});

test('the coordinator’s plan has the meetings that she goes to, not every unit’s', async () => {
  await ask('coordinator', 'POST');
  expect(meetingsIn((await read(await addressOf('coordinator'))).text)).toEqual([]);
});

test('a new address ends the one before, and a revoked one stops at once', async () => {
  await ask('pptHere', 'POST');
  const first = await addressOf('pptHere');
  expect((await read(first)).status).toBe(200);
  await ask('pptHere', 'POST');
  const second = await addressOf('pptHere');
  expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
  expect((await ask('pptHere', 'DELETE')).status).toBe(200);
  expect((await read(second)).status).toBe(404);
  expect((await ask('pptHere', 'DELETE')).status).toBe(409);
});

test('a wrong signature, another’s feed and an unknown one are answered alike', async () => {
  await ask('teacherHere', 'POST');
  const address = await addressOf('teacherHere');
  const answers = await Promise.all([
    read(address.replace(/[\w-]{32}\.ics$/, `${'A'.repeat(32)}.ics`)),
    read(address.replace(personOf('teacherHere'), personOf('teacherThere'))),
    read(address.replace(`/${NUMBER}/`, '/9903/')),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
});

test('no address is logged', () => expect(api.logged.join('\n')).not.toMatch(/[\w-]{32}\.ics|kalender\/\d{4}/));

test('those without meetings have no feed', async () => {
  expect((await ask('director', 'GET')).status).toBe(403);
});
