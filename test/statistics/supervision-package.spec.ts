import { createHash, randomUUID } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DomainEvent } from '#platform/kernel';
import { DigestMade, DigestResent } from '#digests/contract';
import { ProtocolCorrected, ProtocolFiled } from '#meetings/contract';
import type { EventCatalog, EventStore } from '#platform/event-store';
import { digestContent, NURSES, PPT } from '../../libs/digests/rendering/digest.examples.js';
import {
  ACTION,
  ALERT,
  HEADING,
  MEETING,
  NUMBER,
  personOf,
  storyIn,
  tellStory,
  UNIT,
} from '../routes/rights.municipality.js';
import { OWNER } from '../routes/rights.people.js';
import type { AskerName } from '../routes/rights.table.js';
import { startApi, type RunningApi } from '../running-api.js';

const CORRECTED = 'overskriften rettet her';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', async ({ events, catalog }) => {
    await tellStory(events);
    await correctHere(events, catalog);
  });
  await api.settled();
}, 60_000);
afterAll(() => api.close());

/** The unit's only protocol gets a second version with another heading. */
async function correctHere(events: EventStore, catalog: EventCatalog): Promise<void> {
  const [filed] = storyIn(NUMBER).flatMap(([stream, ...told]) =>
    stream === `meeting-${MEETING.here}` ? told.filter(({ type }) => type === ProtocolFiled.type) : [],
  );
  const { protocol, filedOn, ...of } = ProtocolFiled.schema.parse(filed!.data);
  const { heldOn, actions, earlierActions, matters } = protocol;
  const corrected = ProtocolCorrected.schema.parse({
    ...{ meetingId: of.meetingId, unitIds: of.unitIds, version: 2, reason: 'Feil overskrift' },
    ...{ correctedOn: '2026-11-18', correctedBy: of.filedBy },
    protocol: { ...protocol, matters: matters.map((matter) => ({ ...matter, heading: CORRECTED })) },
    previous: { heldOn, filedOn, actions, earlierActions },
  });
  const metadata = {
    ...{ commandId: randomUUID(), correlationId: randomUUID(), request: 'spec', actor: 'system:specification' },
    occurredAt: '2026-11-18T10:00:00.000Z',
  };
  const stream = `meeting-${MEETING.here}`;
  const last = (await events.read(NUMBER, stream)).at(-1)!;
  await events.append(NUMBER, stream, last.revision, [
    catalog.encode(randomUUID(), ProtocolCorrected(corrected), metadata),
  ]);
}

const get = async (path: string, who: AskerName = 'coordinator') =>
  fetch(`${api.url}/api/${path}`, {
    headers: { cookie: await api.cookie(NUMBER, personOf(who)), 'accept-language': 'nb' },
  });
const bytesOf = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());

/** Files of a zip, read by its directory; each must have its checksum and, in its own header, the same name. */
function unpacked(zip: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i += 1) {
    const length = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + length);
    const local = zip.readUInt32LE(at + 42);
    expect(zip.toString('utf8', local + 30, local + 30 + zip.readUInt16LE(local + 26))).toBe(name);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = inflateRawSync(zip.subarray(from, from + zip.readUInt32LE(at + 20)));
    expect([name, content.length, crc32(content)]).toEqual([
      name,
      zip.readUInt32LE(at + 24),
      zip.readUInt32LE(at + 16),
    ]);
    files.set(name, content);
    at += 46 + length;
  }
  expect(at).toBe(end);
  return files;
}
const jsonIn = (files: ReadonlyMap<string, Buffer>, name: string) => JSON.parse(files.get(name)!.toString()) as unknown;

describe('the supervision package', () => {
  test('has a manifest with the checksum of every other file', async () => {
    const files = unpacked(await bytesOf('supervision-package?period=2026-11'));
    const manifest = jsonIn(files, 'manifest.json') as {
      readonly municipality: object;
      readonly period: object;
      readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
    };
    expect([manifest.municipality, manifest.period]).toEqual([
      { id: NUMBER, name: 'Prøvevik', isDemo: true },
      { key: '2026-11', from: '2026-11-01', to: '2026-11-30' },
    ]);
    // Last, so that it can be made of what was sent.
    expect([...manifest.files.map(({ name }) => name), 'manifest.json']).toEqual([...files.keys()]);
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = files.get(name)!;
      expect([name, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([name, bytes, sha256]);
    }
  });

  test('has the period’s meetings, who was there, the protocols, the actions and the names', async () => {
    const files = unpacked(await bytesOf('supervision-package?period=2026-2027'));
    const both = [MEETING.here, MEETING.there].toSorted();
    const idsIn = (name: string) => (jsonIn(files, name) as { meetingId: string }[]).map(({ meetingId }) => meetingId);
    for (const name of ['meetings.json', 'attendance.json'])
      expect([name, idsIn(name).toSorted()]).toEqual([name, both]);
    expect([...new Set(idsIn('protocols.json'))].toSorted()).toEqual(both);
    const actions = jsonIn(files, 'actions.json') as { actionId: string }[];
    expect(actions.map(({ actionId }) => actionId).toSorted()).toEqual([ACTION.here, ACTION.there].toSorted());
    const { units, people } = jsonIn(files, 'names.json') as {
      units: { unitId: string }[];
      people: { personId: string }[];
    };
    expect(units.map(({ unitId }) => unitId).toSorted()).toEqual([UNIT.here, UNIT.there].toSorted());
    // Owners, and everybody who was called or there.
    expect(people.map(({ personId }) => personId).toSorted()).toEqual(
      (['leaderHere', 'pptHere', 'leaderThere', 'childWelfareThere', 'teacherHere'] as const).map(personOf).toSorted(),
    );
  });

  test('has every version of a protocol, the first one too, with why it was corrected', async () => {
    const files = unpacked(await bytesOf('supervision-package?period=2026-11'));
    const protocols = jsonIn(files, 'protocols.json') as {
      readonly meetingId: string;
      readonly version: number;
      readonly reason: string | null;
      readonly protocol: { readonly matters: readonly { readonly heading: string }[] };
    }[];
    const versionsOf = (meeting: string) =>
      protocols.flatMap(({ meetingId, version, reason, protocol: { matters } }) =>
        meetingId === meeting ? [[version, reason, matters.map(({ heading }) => heading)]] : [],
      );
    expect(versionsOf(MEETING.here)).toEqual([
      [1, null, [HEADING.here]],
      [2, 'Feil overskrift', [CORRECTED]],
    ]);
    expect(versionsOf(MEETING.there)).toEqual([[1, null, [HEADING.there]]]);
  });

  test('has nothing of other periods', async () => {
    const files = unpacked(await bytesOf('supervision-package?period=2026-10'));
    for (const name of ['meetings.json', 'attendance.json', 'protocols.json', 'actions.json', 'exemptions.json'])
      expect([name, jsonIn(files, name)]).toEqual([name, []]);
  });

  test('has every month that the coordinator exempted, with the reason', async () => {
    const address = `${api.url}/api/units/${UNIT.here}/school-years/2026/exemptions`;
    const exempted = await fetch(address, {
      method: 'POST',
      headers: { cookie: await api.cookie(NUMBER, personOf('coordinator')), 'content-type': 'application/json' },
      body: JSON.stringify({ month: '2027-02', reason: 'Ombygging' }),
    });
    expect(exempted.status).toBe(200);
    await api.settled();
    const files = unpacked(await bytesOf('supervision-package?period=2026-2027'));
    expect(jsonIn(files, 'exemptions.json')).toEqual([{ unitId: UNIT.here, month: '2027-02', reason: 'Ombygging' }]);
  });

  test('has the history: plan, actions, reminders, calls and exemptions, each with who and when', async () => {
    const call = await fetch(`${api.url}/api/units/${UNIT.here}/calls`, {
      method: 'POST',
      headers: { cookie: await api.cookie(NUMBER, personOf('coordinator')), 'content-type': 'application/json' },
      body: JSON.stringify({ note: 'Møtet tas på tirsdag' }),
    });
    expect(call.status).toBe(200);
    await api.settled();
    const files = unpacked(await bytesOf('supervision-package?period=2026-11'));
    const lines = files.get('history.jsonl')!.toString().trimEnd().split('\n');
    const history = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const types = new Set(history.map(({ type }) => type));
    for (const type of [
      'meetings.MeetingPlanned',
      'meetings.MonthExempted',
      'meetings.ProtocolFiled',
      'meetings.ProtocolCorrected',
      'actions.ActionAgreed',
      'alerts.AlertSent',
      'alerts.CallNoted',
    ])
      expect([type, types.has(type)]).toEqual([type, true]);
    // The reminder of each action, some days before it is due.
    const reminders = history.filter(({ type }) => type === 'alerts.AlertSent');
    expect(reminders).toHaveLength(2);
    for (const place of ['here', 'there'] as const)
      expect(reminders).toContainEqual(
        expect.objectContaining({
          ...{ about: 'follow-up', subject: `alert-${ALERT[place]}` },
          data: expect.objectContaining({
            ...{ subjectId: ACTION[place], step: -3, on: '2026-11-20' },
            to: [{ personId: personOf(OWNER[place]), as: 'owner' }],
          }) as object,
        }),
      );
    expect(history.find(({ type }) => type === 'alerts.CallNoted')).toMatchObject({
      about: 'follow-up',
      by: personOf('coordinator'),
      data: { unitId: UNIT.here, note: 'Møtet tas på tirsdag' },
    });
    // The content of a protocol is in a file of its own.
    expect(history.filter(({ type, data }) => String(type).startsWith('meetings.Protocol') && data !== null)).toEqual(
      [],
    );
    const moments = history.map(({ recordedAt }) => String(recordedAt));
    expect(moments).toEqual(moments.toSorted());
    expect(unpacked(await bytesOf('supervision-package?period=2025-11')).get('history.jsonl')!.length).toBe(0);
  });

  test('has the weekly digests: to whom, with how many matters and which figures, and without their lines', async () => {
    const personId = personOf('coordinator');
    const stream = `digest-${personId}.2026-W47`;
    const made = { ...digestContent(), personId, anchor: null, sha256: { html: 'a'.repeat(64), text: 'b'.repeat(64) } };
    const { events, catalog } = api.installation;
    const metadata = { request: 'spec', actor: 'system:digests' };
    const happened = (event: DomainEvent, occurredAt: string) =>
      catalog.encode(randomUUID(), event, {
        ...metadata,
        commandId: randomUUID(),
        correlationId: randomUUID(),
        occurredAt,
      });
    await events.append(NUMBER, stream, 'no-stream', [
      happened(DigestMade(DigestMade.schema.parse(made)), '2026-11-16T06:00:00.000Z'),
      happened(DigestResent(DigestResent.schema.parse({ on: '2026-11-17', number: 1 })), '2026-11-17T09:00:00.000Z'),
    ]);
    await api.settled();
    const files = unpacked(await bytesOf('supervision-package?period=2026-11'));
    const { meetings, protocols, actions, early, good, template } = digestContent();
    expect(jsonIn(files, 'digests.json')).toEqual([
      {
        ...{ personId, week: '2026-W47', on: '2026-11-16', isLate: false, roles: ['service-unit-leader'], vacant: [] },
        ...{ reach: { unitIds: null, serviceIds: [PPT, NURSES] }, needsCount: 3, newsCount: 1 },
        ...{ meetings, protocols, actions, early, good, asOf: '2026-11-16T06:00:00.000Z', anchor: null, template },
        ...{ sha256: made.sha256, resentOn: ['2026-11-17'] },
      },
    ]);
    const names = jsonIn(files, 'names.json') as { people: { personId: string }[] };
    expect(names.people.map((one) => one.personId)).toContain(personId);
    const lines = files.get('history.jsonl')!.toString().trimEnd().split('\n');
    const history = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(history.filter(({ about }) => about === 'digests').map(({ type, data }) => [type, data])).toEqual([
      ['digests.DigestMade', null],
      ['digests.DigestResent', { on: '2026-11-17', number: 1 }],
    ]);
    expect(jsonIn(unpacked(await bytesOf('supervision-package?period=2026-10')), 'digests.json')).toEqual([]);
  });

  test('has the figures as their own export gives them', async () => {
    const files = unpacked(await bytesOf('supervision-package?period=2026-11'));
    const csv = files.get('statistics.csv')!.toString();
    const meetings = (await bytesOf('statistics/figures.csv?indicators=2&period=2026-11')).toString().split('\r\n')[1]!;
    expect(csv.split('\r\n')).toContain(meetings);
  });

  test('is for the coordinator, and for at most a school year', async () => {
    expect((await get('supervision-package?period=2026-11', 'director')).status).toBe(403);
    expect((await get('supervision-package?period=2024-2027')).status).toBe(400);
    expect((await get('supervision-package')).status).toBe(400);
  });
});
