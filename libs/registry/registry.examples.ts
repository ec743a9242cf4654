import { Module } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { Global } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReadSide } from '#platform/database';
import {
  EVENT_STORE,
  EventCatalog,
  InMemoryEventStore,
  type EventStore,
  type StoredEvent,
} from '#platform/event-store';
import { CalendarDate, CLOCK, SettableClock, stableId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { registryContext } from './index.js';
import { TenantsByNumber } from './read-models/municipality/tenants-by-number.js';

/** A read side for tests that do not query it. */
class NoReadSide extends ReadSide {
  in<T>(): Promise<T> {
    return Promise.reject(new Error('There is no read side here'));
  }
  atOneMoment<T>(): Promise<T> {
    return this.in();
  }
}

/** Without a database no tenant is found by number. */
const NO_TENANT_CHANGED: Pick<TenantsByNumber, 'isTaken' | 'withChangedNumber'> = {
  isTaken: () => Promise.resolve(false),
  withChangedNumber: () => Promise.resolve(new Map()),
};

export const today = CalendarDate.parse('2026-11-22');
export const importer = { actor: 'system:import', today, correlationId: stableId('a run') };

/** The registry as a module with a log of its own, without HTTP. */
export async function openRegistry({
  store,
  readSide = new NoReadSide(),
  source,
}: { store?: EventStore; readSide?: ReadSide; source?: DataSource } = {}) {
  const clock = new SettableClock(new Date('2026-11-22T08:00:00Z'));
  const log = store ?? new InMemoryEventStore(clock);
  const catalog = new EventCatalog(...registryContext.events);
  const platform = [
    { provide: EVENT_STORE, useValue: log },
    { provide: EventCatalog, useValue: catalog },
    { provide: CLOCK, useValue: clock },
    { provide: ReadSide, useValue: readSide },
    { provide: DataSource, useValue: source ?? null },
  ];

  @Global()
  @Module({ imports: [CqrsModule.forRoot()], providers: platform, exports: platform })
  class Platform {}

  const testing = Test.createTestingModule({ imports: [Platform, registryContext.module] });
  if (!source) testing.overrideProvider(TenantsByNumber).useValue(NO_TENANT_CHANGED);
  const module = await testing.compile();
  await module.init();
  return {
    module,
    log,
    catalog,
    commands: module.get(CommandBus),
    close: () => module.close(),
    /** Every event of the log so far. */
    async events(): Promise<readonly StoredEvent[]> {
      const all: StoredEvent[] = [];
      for await (const batch of log.readAll({ after: 0n })) all.push(...batch);
      return all;
    },
  };
}
export type OpenRegistry = Awaited<ReturnType<typeof openRegistry>>;

/** Each name gives a different command id. */
export const contextOf = (name: string, tenant = '9901'): CommandContext => ({
  tenant,
  actor: 'system:test',
  commandId: stableId('command', name),
  request: stableId('request', name),
  correlationId: stableId('run', name),
});
