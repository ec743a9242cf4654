import { Global, Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import type { DataSource } from 'typeorm';
import { importing } from '#platform/composition';
import {
  openDatabase,
  PostgresReadSide,
  PostgresWorkingTables,
  ReadSide,
  Signals,
  SignalsWithin,
  WorkingTables,
} from '#platform/database';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { InMemoryEventStore } from '../platform/event-store/in-memory.js';
import { followerMigrations, Freshness } from '#platform/followers';
import type { Asker, Role } from '#platform/identity';
import { CLOCK, SettableClock, stableId, type CalendarDate, type DomainEvent, type SchoolYear } from '#platform/kernel';
import { LiveModule } from '#platform/live';
import { compareWithFreshFold, ProjectionRunner } from '#platform/projections';
import type { CommandContext } from '#platform/streams';
import {
  OpenActions,
  type ActionOnDayDto,
  type ActionState,
  type ActionTextDto,
  type LeftActionDto,
  type OpenActionDto,
} from '#actions/contract';
import { Directory, municipalityEvents, unitEvents } from '#registry/contract';
import { FactsInTransaction } from '#statistics/contract';
import { factsContext } from '../../test/facts-under-test.js';
import { migratedDatabase } from '../../test/postgres.js';
import { adviser, head, ppt, unitId } from './domain/meeting/meeting.examples.js';
import type { MeetingCommand } from './domain/meeting/meeting.commands.js';
import { beginMeetingsWhenSchoolYearPlanned } from './policies/begin-meetings-when-school-year-planned.policy.js';
import { meetingsContext } from './index.js';
import { ExampleDirectory, MUNICIPALITY, registryEvents } from './registry-of-meetings.examples.js';
import { MeetingsModule, needs } from './meetings.module.js';
import type { SchoolYearCommand } from './domain/school-year/school-year.commands.js';
import { MeetingStreams } from './streams/meeting.streams.js';
import { SchoolYearStreams } from './streams/school-year.streams.js';

export { freeUnitId, guestUnitId } from './registry-of-meetings.examples.js';

// The whole meetings context on a real database, with a registry and an action list of a few units and two people.

class ExampleActions extends OpenActions {
  ofUnits = (): Promise<readonly OpenActionDto[]> => Promise.resolve([]);
  states = (): Promise<readonly ActionState[]> => Promise.resolve([]);
  openOn = (): Promise<readonly ActionOnDayDto[]> => Promise.resolve([]);
  texts = (): Promise<readonly ActionTextDto[]> => Promise.resolve([]);
  leftBehindBy = (): Promise<readonly LeftActionDto[]> => Promise.resolve([]);
  used = (): Promise<readonly string[]> => Promise.resolve([]);
}

/** The meetings context with all dependencies, closed with one call. */
export interface MeetingsUnderTest {
  readonly commands: CommandBus;
  readonly queries: QueryBus;
  readonly meetings: MeetingStreams;
  readonly clock: SettableClock;
  readonly events: EventStore;
  readonly source: DataSource;
  /** Runs the policies for the decided school years, as the worker does. */
  react(): Promise<void>;
  /** Waits until the read models have reached the end of the log. */
  seen(): Promise<void>;
  /** Rows that differ from a fresh fold, by read model. */
  differences(): Promise<readonly (number | string)[]>;
  close(): Promise<void>;
}

export async function openMeetings(): Promise<MeetingsUnderTest> {
  const under = [factsContext, meetingsContext];
  const database = await migratedDatabase([...followerMigrations, ...under.flatMap((it) => it.migrations)]);
  const source = await openDatabase({ url: database.url, entities: under.flatMap((it) => it.entities) });
  const catalog = new EventCatalog(municipalityEvents, unitEvents, ...meetingsContext.events);
  const clock = new SettableClock(new Date('2026-11-18T13:00:00Z'));
  const events = new InMemoryEventStore(clock);
  await registered(events, catalog);
  const readModels = under.flatMap((it) => it.readModels);
  const freshness = new Freshness({ url: database.url, readModels: readModels.map(({ name }) => name), policies: [] });
  const providers = [
    { provide: EVENT_STORE, useValue: events },
    { provide: EventCatalog, useValue: catalog },
    { provide: CLOCK, useValue: clock },
    { provide: ReadSide, useValue: new PostgresReadSide(source) },
    { provide: WorkingTables, useValue: new PostgresWorkingTables(source) },
    { provide: Signals, useValue: new SignalsWithin() },
    { provide: Freshness, useValue: freshness },
  ];
  const platform: DynamicModule = {
    global: true,
    module: ExamplePlatform,
    imports: [CqrsModule.forRoot(), LiveModule.with()],
    providers,
    exports: providers,
  };
  const app = await NestFactory.createApplicationContext(
    {
      module: ApplicationUnderTest,
      imports: [platform, importing(MeetingsModule, otherContexts, importing(factsContext.module))],
    },
    { logger: ['error'] },
  );
  await app.init();
  const stopping = new AbortController();
  const running = new ProjectionRunner({ source, events, catalog, readModels, moved: () => freshness.moved() }).run(
    stopping.signal,
  );
  return {
    commands: app.get(CommandBus),
    queries: app.get(QueryBus),
    meetings: app.get(MeetingStreams),
    clock,
    events,
    source,
    async react() {
      const planned = beginMeetingsWhenSchoolYearPlanned.when['meetings.SchoolYearPlanned']!;
      for await (const batch of events.readAll({ after: 0n }))
        for (const stored of batch.filter(({ type }) => type === 'meetings.SchoolYearPlanned'))
          for (const { to, id, command } of planned.react(
            catalog.decode(stored) as Parameters<typeof planned.react>[0],
          ))
            if (to === 'schoolyear') await app.get(SchoolYearStreams).run(id, command as SchoolYearCommand, context());
            else await app.get(MeetingStreams).run(id, command as MeetingCommand, context());
    },
    async seen() {
      if (!(await freshness.reached(await events.head(), 10_000))) throw new Error('Not seen in time');
    },
    differences: async () =>
      (await compareWithFreshFold({ source, events, catalog, readModels })).map(
        ({ differences, notCompared }) => notCompared ?? differences,
      ),
    async close() {
      stopping.abort();
      await running;
      await freshness.close();
      await app.close();
      await source.destroy();
      await database.drop();
    },
  };
}

/** Records what the directory knows, of which the facts are made. */
async function registered(events: EventStore, catalog: EventCatalog): Promise<void> {
  for (const [stream, [first, ...later]] of registryEvents()) {
    const metadata = { ...context(), occurredAt: '2024-08-01T06:00:00.000Z' };
    const encoded = (event: DomainEvent, i: number) => catalog.encode(stableId(stream, i), event, metadata);
    const others = later.map((event, i) => encoded(event, i + 1));
    await events.append(MUNICIPALITY, stream, 'no-stream', [encoded(first, 0), ...others]);
  }
}

@Global()
@Module({})
class ExamplePlatform {}
@Module({})
class OtherContexts {}
/** The contract classes that the meetings context needs. */
const otherContexts: DynamicModule = {
  module: OtherContexts,
  providers: [
    { provide: Directory, useClass: ExampleDirectory },
    { provide: OpenActions, useClass: ExampleActions },
  ],
  exports: needs.filter((it) => it !== FactsInTransaction),
};
@Module({})
class ApplicationUnderTest {}

let requests = 0;
/** Context of a request, with a new command id unless one is given. */
export const context = (changes: Partial<CommandContext> = {}): CommandContext => ({
  tenant: MUNICIPALITY,
  actor: head,
  commandId: `018f0c5e-0000-7000-8000-${String((requests += 1)).padStart(12, '0')}`,
  request: 'digest',
  correlationId: 'example',
  ...changes,
});
export const asker = (role: Role = 'unit-leader', changes: Partial<Asker> = {}): Asker => ({
  personId: role === 'service-member' ? adviser : head,
  tenant: MUNICIPALITY,
  roles: [
    role === 'service-member' ? { role, serviceIds: [ppt] } : role === 'unit-leader' ? { role, unitId } : { role },
  ],
  today: '2026-11-18' as CalendarDate,
  language: 'nb',
  ...changes,
});
export const schoolYear = 2026 as SchoolYear;
