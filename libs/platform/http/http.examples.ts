import { Controller, Get, HttpCode, Module, Post, Req, Res, type Type } from '@nestjs/common';
import { Body } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { EventCatalog, InMemoryEventStore } from '#platform/event-store';
import {
  Askers,
  type Continuation,
  Sessions,
  type Asker,
  type Language,
  type Role,
  type SessionOptions,
  type NewSession,
} from '#platform/identity';
import { InMemorySessionStore } from '../identity/session/in-memory-sessions.examples.js';
import { CLOCK, SettableClock, stableId, type CalendarDate } from '#platform/kernel';
import type { RateEnvironment } from '#platform/environment';
import { Metrics, NestLog, openLog, SavingHealth, type HealthPart } from '#platform/observability';
import { Freshness } from '#platform/projections';
import { configureHttp, NEST_OPTIONS } from './configure.js';
import { demandDocumentedStatuses } from './documented-statuses.examples.js';
import { HttpModule } from './http.module.js';
import { DEFAULT_HTTP_OPTIONS, type HttpOptions } from './http-options.js';
import { RateLimits } from './rates/rate-limits.js';
import { PublicRoute } from './routes.js';
import { Meetings, note, noteEvents, noteRefusals, NotesController, NoteStreams } from './notes.examples.js';

// A small application with one invented aggregate, a meeting's note, so that the HTTP platform is tested without the
// contexts.

export const clock = new SettableClock(new Date('2026-11-22T08:00:00Z'));

export const people: Readonly<
  Record<string, { readonly role: Role; readonly unitId?: string; readonly until?: string }>
> = {
  [stableId('coordinator')]: { role: 'coordinator' },
  [stableId('leader')]: { role: 'unit-leader', unitId: '974552876' },
  [stableId('colleague')]: { role: 'meeting-chair', unitId: '974552876' },
  [stableId('teacher')]: { role: 'teacher', unitId: '974552876', until: '2026-11-30' },
};
export const COORDINATOR = stableId('coordinator');
export const LEADER = stableId('leader');
export const COLLEAGUE = stableId('colleague');
export const TEACHER = stableId('teacher');

/** A municipality that has become part of another, and wrote nynorsk. */
export const MERGED = '7777';

class ExampleAskers extends Askers {
  find(tenant: string, personId: string, today: CalendarDate, language: Language = 'nn'): Promise<Asker | undefined> {
    const held = tenant === MERGED ? undefined : people[personId];
    if (!held || (held.until !== undefined && held.until < today)) return Promise.resolve(undefined);
    return Promise.resolve({ personId, tenant, roles: [held], today, language });
  }
  decidedIn({ personId }: Asker): readonly string[] {
    return [`person-${personId}`];
  }
  successorOf(tenant: string): Promise<Continuation | undefined> {
    const successor = { tenant: '9999', name: 'Nordfjord', language: 'nn' } as const;
    return Promise.resolve(tenant === MERGED ? successor : undefined);
  }
}

@Controller('session')
class SessionController {
  constructor(private readonly sessions: Sessions) {}

  @Post()
  @HttpCode(200)
  @PublicRoute({ summary: 'Sign in.', limit: 'sign-in' })
  async begin(
    @Body({ schema: z.object({}) }) _: object,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    await this.sessions.begin(request, response, sessionOf(COORDINATOR));
    return {};
  }
}

@Controller('gap')
export class GapController {
  @Get()
  read() {
    return {};
  }
}

const NO_LIMITS: RateEnvironment = { person: 0, withoutSession: 0, signIn: 0 };

export const SESSION_OPTIONS = {
  idleMinutes: 480,
  confirmMinutes: 15,
  hours: 24,
  secure: false,
  accepts: ['persona-picker'],
} satisfies SessionOptions;

export const sessionOf = (personId: string, tenant = '9999'): NewSession => ({
  tenant,
  personId,
  via: 'persona-picker',
});

export interface Example {
  readonly app: NestExpressApplication;
  readonly store: InMemoryEventStore;
  readonly logged: string[];
  readonly health: Map<string, string | undefined>;
  readonly freshAt: { position: bigint; halted: boolean };
  /** Simulated disk space, for the health check that tries a write. */
  readonly disk: { full: boolean };
  readonly saving: SavingHealth;
  readonly sessions: Sessions;
  readonly url: string;
  /** A `Cookie` header of a signed-in person. */
  cookie(personId: string, tenant?: string): Promise<string>;
}

/** Starts the application on a free port. */
export async function startExample(
  extra: { controllers?: Type[]; options?: Partial<HttpOptions>; listen?: boolean; rates?: RateEnvironment } = {},
): Promise<Example> {
  const store = new InMemoryEventStore(clock);
  const logged: string[] = [];
  const log = openLog('debug', { write: (line) => void logged.push(line) });
  const health = new Map<string, string | undefined>([['database', undefined]]);
  const freshAt = { position: 0n, halted: false };
  const sessions = new Sessions(new InMemorySessionStore(), SESSION_OPTIONS, clock);
  const streams = new NoteStreams('note', note, store, new EventCatalog(noteEvents), clock);
  const disk = { full: false };
  const saving = new SavingHealth(() => (disk.full ? Promise.reject(new Error('No room')) : Promise.resolve()));
  const parts: HealthPart[] = [...health.keys()].map((name) => ({
    name,
    notReady: () => Promise.resolve(health.get(name)),
  }));

  @Module({
    imports: [
      HttpModule.with({
        askers: {
          module: class ExampleRegistry {},
          providers: [{ provide: Askers, useClass: ExampleAskers }],
          exports: [Askers],
        },
        options: { ...DEFAULT_HTTP_OPTIONS, freshWithinMs: 100, bodyLimit: 20_000, ...extra.options },
        refusals: [noteRefusals],
        subjects: [Meetings],
        sessions,
        rates: new RateLimits(extra.rates ?? NO_LIMITS, { sign: (...parts) => parts.join(' ') }),
        log,
        metrics: new Metrics([
          { name: 'samspill_log_head', help: 'Head.', read: async () => [{ value: Number(await store.head()) }] },
        ]),
        health: parts,
        saving,
      }),
      {
        module: class ExamplePlatform {},
        global: true,
        providers: [
          { provide: CLOCK, useValue: clock },
          {
            provide: Freshness,
            useValue: {
              seen: (position: bigint) =>
                Promise.resolve(freshAt.halted ? 'halted' : position <= freshAt.position ? 'reached' : 'late'),
            },
          },
        ],
        exports: [CLOCK, Freshness],
      },
    ],
    controllers: [NotesController, SessionController, ...(extra.controllers ?? [])],
    providers: [{ provide: NoteStreams, useValue: streams }, Meetings],
  })
  class ExampleModule {}

  const app = await NestFactory.create<NestExpressApplication>(ExampleModule, {
    ...NEST_OPTIONS,
    abortOnError: false,
    logger: new NestLog(log),
  });
  demandDocumentedStatuses(app);
  await configureHttp(app).listen(0, '127.0.0.1');
  return {
    app,
    store,
    logged,
    health,
    freshAt,
    disk,
    saving,
    sessions,
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    cookie: (personId, tenant) => sessions.issue(sessionOf(personId, tenant)),
  };
}
