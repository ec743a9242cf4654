import { describe, expect, test } from '@jest/globals';
import { EventCatalog, InMemoryEventStore, InMemoryLog, isConflict, type EventStore } from '#platform/event-store';
import { CalendarDate, MunicipalityNumber, PersonId, SettableClock, stableId, UnitId } from '#platform/kernel';
import { ActionAccepted, actionEvents } from '#actions/contract';
import { mergerEvents, StreamHandedOver, StreamTakenOver } from '#operations/contract';
import { MonthExempted, schoolYearEvents, unitClosureEvents, UnitClosureLifted } from '#meetings/contract';
import {
  personEvents,
  PersonChanged,
  PersonRegistered,
  RoleGiven,
  SubstituteRoleGiven,
  SubstitutionNoted,
  UnitClosed,
  unitEvents,
} from '#registry/contract';
import { identityEvents, SignInApproved, SignInAsked } from '#sign-in/contract';
import { compareLogs } from '../move-log/compare-logs.js';
import { copyLog } from '../move-log/copy-log.js';
import { closeMunicipality, closeStreams, HandedOverElsewhere } from './close-streams.js';
import { copyStreams } from './copy-streams.js';
import type { Merger } from './merger.js';

// Two municipalities on one log. Kari has an id in each of them.

const KARI = stableId('Kari in 0627');
const KEPT = stableId('Kari in 0220');
const clock = new SettableClock(new Date('2019-12-01T10:00:00Z'));
const catalog = new EventCatalog(
  identityEvents,
  actionEvents,
  personEvents,
  unitEvents,
  schoolYearEvents,
  unitClosureEvents,
  mergerEvents,
);
const merger: Merger = {
  from: ['0220', '0627'],
  to: { tenant: '3025', number: MunicipalityNumber.parse('3025'), name: 'Asker' },
  on: CalendarDate.parse('2020-01-01'),
  samePeople: [{ kept: KEPT, replaced: KARI, tenant: '0627', name: 'Kari' }],
  unitOf: new Map(),
};
const signal = new AbortController().signal;

const personId = (id: string) => PersonId.parse(id);
const person = (id: string, title: string) =>
  PersonRegistered({ personId: personId(id), name: 'Kari', email: 'kari@example.no', title });
const role = (tenant: string) =>
  RoleGiven({
    roleId: stableId('role', tenant),
    role: 'coordinator',
    unitId: null,
    serviceId: null,
    serviceUnitId: null,
    from: CalendarDate.parse('2018-01-01'),
    to: null,
  });
const accepted = (id: string) => ActionAccepted({ by: personId(id) });

type StoryEvent = readonly [
  tenant: string,
  stream: string,
  event: Parameters<EventCatalog['encode']>[1],
  actor?: string,
];
const STORY: readonly StoryEvent[] = [
  ['0627', `person-${KARI}`, person(KARI, 'Helsesykepleier')],
  ['0220', `person-${KEPT}`, person(KEPT, 'Psykolog')],
  ['0627', 'action-a', accepted(KARI), KARI],
  ['0220', `person-${KEPT}`, role('0220')],
  ['0627', `person-${KARI}`, role('0627')],
  ['0627', 'action-b', accepted(KARI), KARI],
  ['0627', 'action-a', accepted(KARI), KARI],
  ['0627', `person-${KARI}`, PersonChanged({ name: 'Kari', email: 'kari@example.no', title: 'Leder' })],
  ['0301', 'action-a', accepted(KARI)],
];

const OF_UNIT = ['0220', '0627'];
const UNIT = UnitId.parse('974578247');
const exempted = (tenant: string) =>
  MonthExempted(
    MonthExempted.schema.parse({ unitId: UNIT, schoolYear: 2019, month: '2019-10', reason: `exempted in ${tenant}` }),
  );

async function filledLog(story = STORY): Promise<InMemoryLog> {
  const log = new InMemoryLog();
  const store = new InMemoryEventStore(clock, log);
  clock.set(new Date('2019-12-01T10:00:00Z'));
  for (const [i, [tenant, stream, event, actor = 'system:test']] of story.entries()) {
    const metadata = {
      commandId: `command ${i}`,
      request: 'r',
      correlationId: 'c',
      actor,
      occurredAt: '2019-12-01T09:00:00.000Z',
      // As events of earlier versions.
      municipality: tenant,
    };
    const last = (await store.read(tenant, stream)).at(-1);
    const answer = await store.append(tenant, stream, last?.revision ?? 'no-stream', [
      catalog.encode(stableId('event', i), event, metadata),
    ]);
    if (isConflict(answer)) throw new Error('The story does not hold together');
  }
  clock.set(new Date('2020-01-01T00:05:00Z'));
  return log;
}

async function run(events: EventStore, it = merger): Promise<void> {
  const log = { events, catalog, clock };
  for (const tenant of it.from) await closeMunicipality(log, it, tenant);
  await closeStreams(log, it, 0n, signal);
  for (const tenant of it.from) await copyStreams(log, it, tenant, signal);
}

const lines = async (log: InMemoryLog, tenant: string) => {
  const found: string[] = [];
  for await (const page of new InMemoryEventStore(clock, log).readAll({ after: 0n }))
    for (const event of page)
      if (event.tenant === tenant) found.push(`${event.stream} ${event.revision} ${event.type} ${event.id}`);
  return found;
};

describe('a merger on the log', () => {
  test('begins each stream with its predecessor, followed by the events that it had', async () => {
    const log = await filledLog();
    await run(new InMemoryEventStore(clock, log));
    const taken = await new InMemoryEventStore(clock, log).read('3025', 'action-a');
    expect(taken.map(({ type, revision }) => [type, revision])).toEqual([
      [StreamTakenOver.type, 0n],
      [ActionAccepted.type, 1n],
      [ActionAccepted.type, 2n],
    ]);
    expect(taken[0]!.data).toEqual({ from: { tenant: '0627', stream: 'action-a', revision: 1 } });
    expect(taken[1]).toMatchObject({
      id: stableId('event', 2),
      data: { by: KEPT },
      metadata: {
        commandId: 'command 2',
        actor: KEPT,
        occurredAt: '2019-12-01T09:00:00.000Z',
        takenOver: { tenant: '0627', recordedAt: '2019-12-01T10:00:00.000Z' },
      },
    });
    expect(taken[1]!.metadata).not.toHaveProperty('municipality');
    expect(catalog.decode(taken[1]!).recordedAt).toEqual(new Date('2019-12-01T10:00:00Z'));
  });

  test('joins a person who is in both, with the details of the first and the roles of both', async () => {
    const log = await filledLog();
    await run(new InMemoryEventStore(clock, log));
    const store = new InMemoryEventStore(clock, log);
    expect((await store.read('3025', `person-${KEPT}`)).map(({ type }) => type)).toEqual([
      StreamTakenOver.type,
      PersonRegistered.type,
      RoleGiven.type,
      StreamTakenOver.type,
      RoleGiven.type,
    ]);
    expect(await store.read('3025', `person-${KARI}`)).toEqual([]);
  });

  test('keeps what is recorded of substitutes, by their ids of the new municipality', async () => {
    const [ola, roleId] = [stableId('Ola in 0627'), stableId('substitution')];
    const place = { role: 'unit-leader' as const, unitId: UNIT, serviceId: null, serviceUnitId: null };
    const [from, to] = [CalendarDate.parse('2019-11-01'), CalendarDate.parse('2019-12-20')];
    const log = await filledLog([
      ...STORY,
      ['0627', `person-${ola}`, person(ola, 'Lege')],
      ['0627', `person-${KARI}`, SubstituteRoleGiven({ ...place, roleId, from, to, standsInFor: personId(ola) })],
      ['0627', `person-${ola}`, SubstitutionNoted({ ...place, roleId, substituteId: personId(KARI) })],
    ]);
    await run(new InMemoryEventStore(clock, log));
    const store = new InMemoryEventStore(clock, log);
    const last = async (id: string) => (await store.read('3025', `person-${id}`)).at(-1)!;
    expect(await last(KEPT)).toMatchObject({ type: SubstituteRoleGiven.type, data: { roleId, standsInFor: ola } });
    expect(await last(ola)).toMatchObject({ type: SubstitutionNoted.type, data: { roleId, substituteId: KEPT } });
  });

  test('joins the streams of a unit that both have, with the details of the chosen one', async () => {
    const both: readonly StoryEvent[] = OF_UNIT.flatMap((tenant) => [
      [tenant, `unit-${UNIT}`, UnitClosed({ on: merger.on, reason: `closed in ${tenant}` })],
      [tenant, `unitclosure-${UNIT}`, UnitClosureLifted({ unitId: UNIT })],
      [tenant, `schoolyear-${UNIT}.2019`, exempted(tenant)],
    ]);
    const log = await filledLog(both);
    await run(new InMemoryEventStore(clock, log), { ...merger, unitOf: new Map([[UNIT, '0627']]) });
    const store = new InMemoryEventStore(clock, log);
    const of = async (stream: string) => (await store.read('3025', stream)).map(({ type, data }) => ({ type, data }));
    const from = (tenant: string, stream: string) => ({
      type: StreamTakenOver.type,
      data: { from: { tenant, stream, revision: 0 } },
    });
    expect(await of(`unit-${UNIT}`)).toEqual([
      from('0627', `unit-${UNIT}`),
      UnitClosed({ on: merger.on, reason: 'closed in 0627' }),
    ]);
    expect(await of(`unitclosure-${UNIT}`)).toHaveLength(2);
    expect(await of(`schoolyear-${UNIT}.2019`)).toEqual([
      from('0220', `schoolyear-${UNIT}.2019`),
      exempted('0220'),
      from('0627', `schoolyear-${UNIT}.2019`),
      exempted('0627'),
    ]);
  });

  test('joins the streams of an identity that signed in to both, which signs in as the one person', async () => {
    const identity = `identity-${stableId('identity of Kari')}`;
    const on = CalendarDate.parse('2019-11-01');
    const letIn = (tenant: string, id: string): readonly StoryEvent[] => [
      [tenant, identity, SignInAsked({ on })],
      [tenant, identity, SignInApproved({ personId: personId(id), on })],
    ];
    const log = await filledLog([...STORY, ...letIn('0627', KARI), ...letIn('0220', KEPT)]);
    const store = new InMemoryEventStore(clock, log);
    await run(store);
    const joined = await store.read('3025', identity);
    expect(joined.map(({ type, data }) => [type, (data as { readonly personId?: string }).personId])).toEqual([
      [StreamTakenOver.type, undefined],
      ['sign-in.SignInAsked', undefined],
      ['sign-in.SignInApproved', KEPT],
      [StreamTakenOver.type, undefined],
      ['sign-in.SignInAsked', undefined],
      ['sign-in.SignInApproved', KEPT],
    ]);
  });

  test('ends every stream of the old municipalities, and none of others', async () => {
    const log = await filledLog();
    await run(new InMemoryEventStore(clock, log));
    const store = new InMemoryEventStore(clock, log);
    const last = async (tenant: string, stream: string) => (await store.read(tenant, stream)).at(-1)?.type;
    expect(await last('0627', 'action-a')).toBe(StreamHandedOver.type);
    expect(await last('0220', `person-${KEPT}`)).toBe(StreamHandedOver.type);
    expect(await last('0301', 'action-a')).toBe(ActionAccepted.type);
  });

  test('interrupted before or after any append and run again, gives the same log without doubles', async () => {
    const whole = await filledLog();
    const counted = new Failing(new InMemoryEventStore(clock, whole), Infinity, 'before');
    await run(counted);
    expect(counted.appends).toBeGreaterThan(8);
    for (const when of ['before', 'after'] as const)
      for (let at = 1; at <= counted.appends; at += 1) {
        const log = await filledLog();
        await expect(run(new Failing(new InMemoryEventStore(clock, log), at, when))).rejects.toThrow('killed');
        await run(new InMemoryEventStore(clock, log));
        expect(await lines(log, '3025')).toEqual(await lines(whole, '3025'));
        // Streams are ended in any order.
        for (const tenant of ['0220', '0627'])
          expect((await lines(log, tenant)).toSorted()).toEqual((await lines(whole, tenant)).toSorted());
      }
  });

  test('a second run changes nothing', async () => {
    const log = await filledLog();
    await run(new InMemoryEventStore(clock, log));
    const { head } = log;
    await run(new InMemoryEventStore(clock, log));
    expect(log.head).toBe(head);
  });

  test('the whole log can be moved to another afterwards, event by event', async () => {
    const events = new InMemoryEventStore(clock, await filledLog());
    await run(events);
    const there = { events: new InMemoryEventStore(clock, new InMemoryLog()), clock, lanes: 1 };
    expect(await copyLog(events, there, new Map(), signal)).toBe(Number(await events.head()));
    const { differences, onlyHere, onlyThere } = await compareLogs(events, there.events, signal);
    expect([differences, onlyHere, onlyThere]).toEqual([[], 0, 0]);
  });

  test('a municipality that became part of another is refused', async () => {
    const log = await filledLog();
    const events = new InMemoryEventStore(clock, log);
    await run(events);
    const other = { ...merger, to: { ...merger.to, tenant: '3203' } };
    await expect(closeStreams({ events, catalog, clock }, other, 0n, signal)).rejects.toThrow(HandedOverElsewhere);
  });
});

/** A process that is killed at an append: before it is written, or before its answer arrives. */
class Failing implements EventStore {
  appends = 0;
  constructor(
    private readonly store: EventStore,
    private readonly at: number,
    private readonly when: 'before' | 'after',
  ) {}
  append: EventStore['append'] = async (...append) => {
    this.appends += 1;
    const killed = this.appends === this.at;
    if (killed && this.when === 'before') throw new Error('killed');
    const answer = await this.store.append(...append);
    if (killed) throw new Error('killed');
    return answer;
  };
  read: EventStore['read'] = (...read) => this.store.read(...read);
  readAll: EventStore['readAll'] = (options) => this.store.readAll(options);
  subscribe: EventStore['subscribe'] = (options) => this.store.subscribe(options);
  head = () => this.store.head();
  countAfter: EventStore['countAfter'] = (...asked) => this.store.countAfter(...asked);
}
