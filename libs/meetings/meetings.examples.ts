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
import { CLOCK, MunicipalityNumber, SettableClock, type CalendarDate, type SchoolYear } from '#platform/kernel';
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
import { DEFAULT_SETTINGS, Directory, numbersAndNamesOf, type PersonDto, type UnitDto } from '#registry/contract';
import { migratedDatabase } from '../../test/postgres.js';
import { adviser, head, ppt, otherUnitId, unitId } from './domain/meeting/meeting.examples.js';
import type { MeetingCommand } from './domain/meeting/meeting.commands.js';
import { beginMeetingsWhenSchoolYearPlanned } from './policies/begin-meetings-when-school-year-planned.policy.js';
import { meetingsContext } from './index.js';
import { MeetingsModule, needs } from './meetings.module.js';
import type { SchoolYearCommand } from './domain/school-year/school-year.commands.js';
import { MeetingStreams } from './streams/meeting.streams.js';
import { SchoolYearStreams } from './streams/school-year.streams.js';

// The whole meetings context on a real database, with a registry and an action list of two units and two people.

const MUNICIPALITY = MunicipalityNumber.parse('9901');
const day = (text: string) => text as CalendarDate;
const unit = (id: string, name: string, changes: Partial<UnitDto> = {}): UnitDto => ({
  unitId: id,
  name,
  kind: 'school',
  ownership: 'public',
  children: 12,
  area: 'nord',
  obligations: [{ from: day('2024-08-01'), obliged: true, reason: null }],
  hosts: [],
  closures: [],
  services: [{ serviceId: ppt, contactId: adviser, mustAttend: true }],
  standing: [
    { personId: head, deputyId: null },
    { personId: adviser, deputyId: null },
  ],
  ...changes,
});
const person = (
  personId: string,
  name: string,
  role: Role,
  at: { unitId?: string; serviceId?: string },
): PersonDto => ({
  personId,
  name,
  email: null,
  phone: null,
  title: null,
  roles: [
    {
      roleId: personId,
      role,
      unitId: at.unitId ?? null,
      serviceId: at.serviceId ?? null,
      serviceUnitId: null,
      from: day('2024-08-01'),
      to: null,
    },
  ],
});

/** Joins the meetings of `unitId`. */
export const guestUnitId = '974552884';
/** Is not obliged to meet. */
export const freeUnitId = '974552892';

class ExampleDirectory extends Directory {
  private readonly all = [
    unit(unitId, 'Nordlia skole'),
    unit(otherUnitId, 'Sørlia skole', { standing: [] }),
    unit(guestUnitId, 'Nordlia barnehage', { hosts: [{ from: day('2024-08-01'), hostUnitId: unitId }], standing: [] }),
    unit(freeUnitId, 'Åpen barnehage', {
      obligations: [{ from: day('2024-08-01'), obliged: false, reason: 'Åpen barnehage' }],
      standing: [],
    }),
  ];
  private readonly staff = [
    person(head, 'Rektor Eksempel', 'unit-leader', { unitId }),
    person(adviser, 'Rådgiver Eksempel', 'service-member', { serviceId: ppt }),
  ];
  municipality = () =>
    Promise.resolve({
      id: MUNICIPALITY,
      kind: 'municipality' as const,
      ...numbersAndNamesOf(MUNICIPALITY, 'Eksempel'),
      languageForm: 'nb' as const,
      demo: true,
      settings: DEFAULT_SETTINGS,
      formed: null,
    });
  units = () => Promise.resolve(this.all);
  unit = (_: string, id: string) => Promise.resolve(this.all.find((it) => it.unitId === id));
  services = () => Promise.resolve([]);
  serviceUnits = () => Promise.resolve([]);
  people = (_: string, ids?: readonly string[]) =>
    Promise.resolve(this.staff.filter(({ personId }) => ids === undefined || ids.includes(personId)));
  calendar = () => Promise.resolve(undefined);
  calendars = () => Promise.resolve([]);
}
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
  const database = await migratedDatabase([...followerMigrations, ...meetingsContext.migrations]);
  const source = await openDatabase({ url: database.url, entities: meetingsContext.entities });
  const catalog = new EventCatalog(...meetingsContext.events);
  const clock = new SettableClock(new Date('2026-11-18T13:00:00Z'));
  const events = new InMemoryEventStore(clock);
  const { readModels } = meetingsContext;
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
    { module: ApplicationUnderTest, imports: [platform, importing(MeetingsModule, otherContexts)] },
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
  exports: needs,
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
  today: day('2026-11-18'),
  language: 'nb',
  ...changes,
});
export const schoolYear = 2026 as SchoolYear;
