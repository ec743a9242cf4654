import type { DataSource } from 'typeorm';
import type { Context } from '#platform/composition';
import { openDatabase, PostgresReadSide, type ReadSide } from '#platform/database';
import { EventCatalog, isConflict, type EventGroup, type EventStore } from '#platform/event-store';
import { eventStoreMigrations } from '#platform/event-store-postgres';
import { followerMigrations, Freshness } from '#platform/followers';
import type { Asker } from '#platform/identity';
import { stableId, systemClock, type CalendarDate, type DomainEvent } from '#platform/kernel';
import { PolicyRunner, type AnyStreams } from '#platform/policies';
import { ProjectionRunner } from '#platform/projections';
import type { CommandContext } from '#platform/streams';
import { Directory, type MunicipalityDto, type PersonDto, type ServiceDto, type UnitDto } from '#registry/contract';
import { openSeparateLog } from './separate-log.js';
import { migratedDatabase } from './postgres.js';

/** A registry with the data that a test gives it. */
export class StubbedDirectory extends Directory {
  persons: PersonDto[] = [];
  places: UnitDto[] = [];
  municipality = (): Promise<MunicipalityDto | undefined> => Promise.resolve(undefined);
  units = () => Promise.resolve(this.places);
  unit = (_: string, unitId: string) => Promise.resolve(this.places.find((unit) => unit.unitId === unitId));
  services = (): Promise<ServiceDto[]> => Promise.resolve([]);
  serviceUnits = () => Promise.resolve([]);
  people = (_: string, ids?: readonly string[]) =>
    Promise.resolve(this.persons.filter(({ personId }) => ids === undefined || ids.includes(personId)));
  peopleOfSubstitutions = () => Promise.resolve(this.persons);
  calendar = () => Promise.resolve(undefined);
  calendars = () => Promise.resolve([]);
}

export interface ContextsUnderTest {
  readonly source: DataSource;
  readonly events: EventStore;
  readonly catalog: EventCatalog;
  readonly readSide: ReadSide;
  readonly streams: readonly AnyStreams[];
  readonly directory: StubbedDirectory;
  readonly freshness: Freshness;
  /** Appends an event of a context that is not included. */
  happened(stream: string, event: DomainEvent, tenant?: string): Promise<void>;
  /** Resolves when all effects can be read. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export const MUNICIPALITY = '9999';
/** A command context of the system's own, the same for the same id. */
export const commandContext = (commandId: string, tenant = MUNICIPALITY): CommandContext => ({
  tenant,
  actor: 'system:spec',
  commandId,
  request: commandId,
  correlationId: commandId,
});

/**
 * Some contexts on a database and a log of their own: policies and read models, without HTTP; over KurrentDB if
 * `KURRENTDB_URL` names one. `foreign`: events of contexts that are not included.
 */
export async function openContexts(
  contexts: readonly Context[],
  foreign: readonly EventGroup[],
): Promise<ContextsUnderTest> {
  const database = await migratedDatabase([
    ...eventStoreMigrations,
    ...followerMigrations,
    ...contexts.flatMap((it) => it.migrations),
  ]);
  const { url } = database;
  const source = await openDatabase({ url, entities: contexts.flatMap(({ entities }) => entities) });
  const events = openSeparateLog(url);
  const catalog = new EventCatalog(...foreign, ...contexts.flatMap((it) => it.events));
  const streams = contexts.flatMap((it) => it.streams).map((Of) => new Of(events, catalog, systemClock));
  const readModels = contexts.flatMap((it) => it.readModels);
  const policies = contexts.flatMap((it) => it.policies);
  const freshness = new Freshness({
    url,
    readModels: readModels.map(({ name }) => name),
    policies: policies.map(({ name }) => name),
  });
  const stopping = new AbortController();
  const at = { source, events, catalog, moved: () => freshness.moved() };
  const running = [
    new ProjectionRunner({ ...at, readModels }).run(stopping.signal),
    new PolicyRunner({ ...at, policies, streams }).run(stopping.signal),
  ];
  let count = 0;
  const revisions = new Map<string, bigint>();
  return {
    source,
    events,
    catalog,
    readSide: new PostgresReadSide(source),
    streams,
    directory: new StubbedDirectory(),
    freshness,
    async happened(stream, event, tenant = MUNICIPALITY) {
      const id = stableId('event', (count += 1));
      const metadata = { ...commandContext(id, tenant), occurredAt: systemClock.now().toISOString() };
      const answer = await events.append(tenant, stream, revisions.get(stream) ?? 'no-stream', [
        catalog.encode(id, event, metadata),
      ]);
      if (isConflict(answer)) throw new Error('Nobody else works in this contexts');
      revisions.set(stream, answer.revision);
    },
    async settled() {
      if (!(await freshness.reached(await events.head(), 15_000))) throw new Error('Read models did not follow');
    },
    async close() {
      stopping.abort();
      await Promise.all(running);
      await freshness.close();
      await events.close();
      await source.destroy();
      await database.drop();
    },
  };
}

/** An asker, by default the coordinator, who may read everything. */
export const asker = (changes: Partial<Asker> = {}): Asker => ({
  personId: '018f0c5e-0000-7000-8000-0000000000c0',
  tenant: MUNICIPALITY,
  roles: [{ role: 'coordinator' }],
  today: '2026-11-22' as CalendarDate,
  language: 'nb',
  ...changes,
});
