import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { ReadSide, Signals, WorkingTables } from '#platform/database';
import { EVENT_STORE, EventCatalog } from '#platform/event-store';
import { ExpiredSessions, Sessions, SignedLinks } from '#platform/identity';
import { JobTriggers, PostgresRounds, Rounds, SignalledTriggers } from '#platform/jobs';
import { CLOCK } from '#platform/kernel';
import { LiveModule, type LiveOptions } from '#platform/live';
import { Freshness } from '#platform/projections';
import type { Installation } from './installation.js';

/** Provides the contexts with the log, the clock, the read side, and the buses for commands and queries. */
@Global()
@Module({})
export class PlatformModule {
  static of(installation: Installation, live?: Partial<LiveOptions>): DynamicModule {
    const { dataSource, readSide, clock, signals } = installation;
    const providers: Provider[] = [
      { provide: EVENT_STORE, useValue: installation.events },
      { provide: EventCatalog, useValue: installation.catalog },
      { provide: CLOCK, useValue: clock },
      { provide: Freshness, useValue: installation.freshness },
      { provide: DataSource, useValue: dataSource },
      { provide: ReadSide, useValue: readSide },
      { provide: WorkingTables, useValue: installation.workingTables },
      { provide: Sessions, useValue: installation.sessions },
      { provide: ExpiredSessions, useValue: new ExpiredSessions(installation.sessions) },
      { provide: SignedLinks, useValue: installation.links },
      { provide: Signals, useValue: signals },
      { provide: Rounds, useValue: new PostgresRounds(dataSource, readSide, clock) },
      { provide: JobTriggers, useValue: new SignalledTriggers(signals) },
    ];
    return {
      module: PlatformModule,
      imports: [CqrsModule.forRoot(), LiveModule.with(live)],
      providers,
      exports: providers,
    };
  }
}
