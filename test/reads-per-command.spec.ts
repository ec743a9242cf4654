import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Expected, NewEvent } from '#platform/event-store';
import { stableId } from '#platform/kernel';
import { MeetingHeld } from '#meetings/contract';
import { ACTION, NUMBER, personOf, SERVICE, tellStory, UNIT } from './routes/rights.municipality.js';
import type { AskerName } from './routes/rights.table.js';
import { startApi, type RunningApi } from './running-api.js';

// The access check needs a meeting's people and the decision its state: both come from one read of its stream.

type Json = Readonly<Record<string, unknown>>;

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => api.close());

async function send(who: AskerName, method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const cookie = await api.cookie(NUMBER, personOf(who));
  const response = await fetch(`${api.url}/api/${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: (await response.json()) as Json };
}

async function planned(on: string): Promise<string> {
  const body = { kind: 'ordinary', unitIds: [UNIT.here], on, startsAt: '09:00', force: true };
  const { status, answer } = await send('coordinator', 'POST', 'meetings', body);
  if (status !== 200) throw new Error(JSON.stringify(answer));
  await api.settled();
  return String(answer.id);
}

const participant = (name: AskerName) => ({ personId: personOf(name), attendance: 'present' });
const protocolOn = (heldOn: string) => ({
  heldOn,
  startedAt: '09:00',
  participants: [participant('leaderHere'), participant('pptHere')],
  actions: [
    {
      actionId: stableId('decided on', heldOn),
      text: 'Kurs i språkstimulering',
      ownerId: personOf('pptHere'),
      ownerServiceId: SERVICE.ppt,
      dueOn: '2026-12-07',
      followUpOn: '2026-12-09',
      level: 'group',
      category: 'competence-building',
      approach: 'preventive',
    },
  ],
});
const file = (meetingId: string, heldOn: string) =>
  send('leaderHere', 'POST', `meetings/${meetingId}/protocol`, protocolOn(heldOn));

/** The streams that are read from now on, in order. */
function watchReads(): readonly string[] {
  const { events } = api.installation;
  const read = events.read.bind(events);
  const streams: string[] = [];
  jest.spyOn(events, 'read').mockImplementation((tenant, stream, from) => {
    streams.push(stream);
    return read(tenant, stream, from);
  });
  return streams;
}
const countOf = (streams: readonly string[], stream: string) => streams.filter((it) => it === stream).length;

/** Lets another process report the meeting as held right before the next append to its stream. */
function anotherProcessWrites(meetingId: string, heldOn: string, insteadOf: string): void {
  const { events, catalog } = api.installation;
  const append = events.append.bind(events);
  jest
    .spyOn(events, 'append')
    .mockImplementationOnce(
      async (tenant: string, stream: string, expected: Expected, events: readonly [NewEvent, ...NewEvent[]]) => {
        const event = MeetingHeld(MeetingHeld.schema.parse({ unitIds: [UNIT.here], heldOn, insteadOf }));
        const metadata = {
          commandId: stableId('another process', meetingId),
          request: 'told',
          correlationId: stableId('another process', meetingId),
          actor: personOf('chairHere'),
          occurredAt: '2026-11-22T08:00:00.000Z',
        };
        await append(tenant, stream, expected, [catalog.encode(stableId(stream, heldOn), event, metadata)]);
        return append(tenant, stream, expected, events);
      },
    );
}

test('filing a protocol reads the stream of its meeting once', async () => {
  const meetingId = await planned('2026-11-18');
  const streams = watchReads();
  expect(await file(meetingId, '2026-11-18')).toMatchObject({ status: 200, answer: { revision: '2' } });
  expect(countOf(streams, `meeting-${meetingId}`)).toBe(1);
});

test('after a write by another process the filing reads again and is decided on the new state', async () => {
  const meetingId = await planned('2026-11-19');
  anotherProcessWrites(meetingId, '2026-11-17', '2026-11-19');
  const streams = watchReads();
  expect(await file(meetingId, '2026-11-17')).toMatchObject({ status: 200, answer: { revision: '2' } });
  expect(countOf(streams, `meeting-${meetingId}`)).toBe(2);
  const history = await api.installation.events.read(NUMBER, `meeting-${meetingId}`);
  expect(history.map(({ type }) => type)).toEqual([
    'meetings.MeetingPlanned',
    'meetings.MeetingHeld',
    'meetings.ProtocolFiled',
  ]);
});

test('with If-Match a write by another process between check and append is refused, not written over', async () => {
  const meetingId = await planned('2026-11-20');
  anotherProcessWrites(meetingId, '2026-11-17', '2026-11-20');
  const path = `meetings/${meetingId}/protocol`;
  const body = protocolOn('2026-11-20');
  expect(await send('leaderHere', 'POST', path, body, { 'if-match': '"0"' })).toMatchObject({ status: 412 });
});

test.each([
  ['moving a meeting', 'leaderHere', { on: '2026-12-02', startsAt: '10:00' }, 'move'],
  ['giving notice of a meeting', 'leaderHere', { to: [personOf('pptHere')] }, 'notice'],
] as const)('%s reads its stream once', async (_, who, body, path) => {
  const meetingId = await planned('2026-12-01');
  const streams = watchReads();
  const { status, answer } = await send(who, 'POST', `meetings/${meetingId}/${path}`, body);
  expect({ status, answer }).toMatchObject({ status: 200 });
  expect(countOf(streams, `meeting-${meetingId}`)).toBe(1);
});

test('a command on an action reads its stream once', async () => {
  const streams = watchReads();
  const body = { note: 'kurset er bestilt' };
  const { status, answer } = await send('teacherHere', 'POST', `actions/${ACTION.here}/progress-notes`, body);
  expect({ status, answer }).toMatchObject({ status: 200 });
  expect(countOf(streams, `action-${ACTION.here}`)).toBe(1);
});
