import { Controller, Get, HttpCode, Module, Post, Req, Res, type Type } from '@nestjs/common';
import { Body, Param, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { z } from 'zod';
import { EventCatalog, InMemoryEventStore } from '#platform/event-store';
import {
  Askers,
  SessionCookies,
  type Asker,
  type Language,
  type Role,
  type Session,
  type Subject,
} from '#platform/identity';
import {
  CLOCK,
  eventType,
  refuseAll,
  SettableClock,
  stableId,
  type Decider,
  type EventOf,
  type RefusalTexts,
  type CalendarDate,
} from '#platform/kernel';
import { Metrics, NestLog, openLog, SavingHealth, type HealthPart } from '#platform/observability';
import { Freshness } from '#platform/projections';
import { StreamBusy, Streams, type CommandContext } from '#platform/streams';
import { configureHttp, NEST_OPTIONS } from './configure.js';
import { demandDocumentedStatuses } from './documented.examples.js';
import { HttpModule } from './http.module.js';
import { DEFAULT_HTTP_OPTIONS, type HttpOptions } from './http-options.js';
import { pageOf, Paging } from './paging.js';
import { Asked, Commanded, type AskedRequest } from './request.js';
import { CommandRoute, PublicRoute, QueryRoute } from './routes.js';
import type { SubjectFinder } from './subjects.js';

// A small application with one invented aggregate, a meeting's note, so that the HTTP platform is tested without the
// contexts.

const NoteWritten = eventType('examples.NoteWritten', 1, z.object({ text: z.string() }));
const noteEvents = { NoteWritten };
type NoteEvent = EventOf<typeof noteEvents>;
type NoteRule = 'NOTE_IS_CLOSED' | 'NOTE_HAS_NUMBER' | 'NOTE_IS_SHOUTED';
interface WriteNote {
  readonly text: string;
}

const note: Decider<readonly string[], WriteNote, NoteEvent, NoteRule> = {
  initialState: [],
  decide: ({ text }, written) =>
    refuseAll<NoteRule>([
      ...(written.includes('closed') ? [{ rule: 'NOTE_IS_CLOSED' as const }] : []),
      ...(/\d{11}/.test(text) ? [{ rule: 'NOTE_HAS_NUMBER' as const, at: 'text' }] : []),
      ...(text === text.toUpperCase() ? [{ rule: 'NOTE_IS_SHOUTED' as const, at: 'text' }] : []),
    ]) ?? (text === 'ingenting' ? [] : [NoteWritten({ text })]),
  evolve: (written, { data }) => [...written, data.text],
};
const noteRefusals: RefusalTexts<NoteRule> = {
  NOTE_IS_CLOSED: { kind: 'conflict', nb: 'Notatet er lukket.', nn: 'Notatet er lukka.', en: 'The note is closed.' },
  NOTE_HAS_NUMBER: {
    kind: 'invalid',
    nb: 'Fjern fødselsnummeret.',
    nn: 'Fjern fødselsnummeret.',
    en: 'Remove the number.',
  },
  NOTE_IS_SHOUTED: {
    kind: 'invalid',
    nb: 'Skriv med små bokstaver.',
    nn: 'Skriv med små bokstavar.',
    en: 'Do not shout.',
  },
};

export const MEETING = stableId('meeting');
export const NEVER_NOTED = stableId('a meeting of which nothing is noted');
export const OTHER_MEETING = stableId('another meeting');
export const KEY = new TextEncoder().encode('a key of more than thirty-two bytes for these tests');
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

class ExampleAskers extends Askers {
  find(
    municipality: string,
    personId: string,
    today: CalendarDate,
    language: Language = 'nn',
  ): Promise<Asker | undefined> {
    const held = people[personId];
    if (!held || (held.until !== undefined && held.until < today)) return Promise.resolve(undefined);
    return Promise.resolve({ personId, municipality, roles: [held], today, language });
  }
}

class NoteStreams extends Streams<readonly string[], WriteNote, NoteEvent, NoteRule> {}

class Meetings implements SubjectFinder {
  readonly kind = 'meeting';
  find(_: string, id: string): Promise<Subject | undefined> {
    if (id === MEETING || id === NEVER_NOTED) return Promise.resolve({ unitIds: ['974552876'] });
    return Promise.resolve(id === OTHER_MEETING ? { unitIds: ['999999999'] } : undefined);
  }
}

const NoteBody = z.object({
  text: z.string().trim().min(2).max(5000),
  signed: z.array(z.object({ by: z.uuid(), on: z.iso.date() })).default([]),
});
const NoteAnswer = z.object({ texts: z.array(z.string()), revision: z.string().regex(/^-?\d+$/) });
const Found = pageOf(z.object({ text: z.string() }));

@Controller('meetings')
class NotesController {
  constructor(private readonly notes: NoteStreams) {}

  @CommandRoute({ path: ':meetingId/notes', right: 'protocol.write', of: 'meeting', summary: 'Write a note.' })
  write(
    @Param('meetingId', { schema: z.uuid() }) meetingId: string,
    @Body({ schema: NoteBody }) body: z.infer<typeof NoteBody>,
    @Commanded() context: CommandContext,
  ) {
    return this.notes.run(meetingId, body, context);
  }

  @CommandRoute({
    path: 'file',
    right: 'protocol.write',
    summary: 'Take a file.',
    takesFile: true,
    answer: z.object({ bytes: z.int() }),
  })
  async take(@Req() request: AskedRequest) {
    let bytes = 0;
    for await (const chunk of request) bytes += (chunk as Buffer).length;
    return { bytes };
  }

  @QueryRoute({
    path: ':meetingId/notes',
    right: 'protocol.read',
    of: 'meeting',
    summary: 'What was noted.',
    answer: NoteAnswer,
  })
  async read(@Param('meetingId', { schema: z.uuid() }) meetingId: string, @Asked() asker: Asker) {
    const { state, revision } = await this.notes.load(meetingId, asker.municipality);
    return { texts: [...state], revision: String(revision) };
  }

  @QueryRoute({ path: 'search', right: 'meeting.read', summary: 'Search the notes.', answer: Found })
  search(@Query({ schema: Paging.extend({ text: z.string().max(100).optional() }) }) { page, size }: Paging) {
    return { items: [], total: 0, page, size };
  }

  @QueryRoute({ path: 'broken', right: 'meeting.read', summary: 'Answers what it should not.', answer: Found })
  broken() {
    return { items: [{ text: 'ok', secret: 'Kari Nordmann' }], total: 1, page: 1, size: 1 };
  }

  @QueryRoute({ path: 'fault', right: 'meeting.read', summary: 'Fails.', answer: Found })
  fault(): never {
    throw new Error('duplicate key: (email)=(kari.nordmann@example.no)');
  }

  @QueryRoute({ path: 'busy', right: 'meeting.read', summary: 'Is not its turn.', answer: Found })
  busy(): never {
    throw new StreamBusy();
  }

  @QueryRoute({ path: 'away', right: 'meeting.read', summary: 'Finds no database.', answer: Found })
  away(): never {
    throw new Error('failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
  }

  @QueryRoute({ path: 'full', right: 'meeting.read', summary: 'Finds no room on the disk.', answer: Found })
  full(): never {
    throw new QueryFailedError('insert', [], Object.assign(new Error('could not extend file'), { code: '53100' }));
  }

  @QueryRoute({ path: 'killed', right: 'meeting.read', summary: 'Loses its connection.', answer: Found })
  killed(): never {
    throw new QueryRunnerAlreadyReleasedError();
  }

  @QueryRoute({
    path: 'slow',
    right: 'meeting.read',
    summary: 'Takes a while.',
    answer: z.object({ done: z.boolean() }),
  })
  async slow() {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { done: true };
  }
}

@Controller('session')
class SessionController {
  constructor(private readonly sessions: SessionCookies) {}

  @Post()
  @HttpCode(200)
  @PublicRoute({ summary: 'Sign in.' })
  async begin(@Body({ schema: z.object({}) }) _: object, @Res({ passthrough: true }) response: Response) {
    response.append('Set-Cookie', await this.sessions.seal(sessionOf(COORDINATOR)));
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

export const sessionOf = (personId: string, municipality = '9999'): Session => ({
  municipality,
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
  readonly url: string;
  /** A `Cookie` header of a signed-in person. */
  cookie(personId: string, municipality?: string): Promise<string>;
}

/** Starts the application on a free port. */
export async function startExample(
  extra: { controllers?: Type[]; options?: Partial<HttpOptions>; listen?: boolean } = {},
): Promise<Example> {
  const store = new InMemoryEventStore(clock);
  const logged: string[] = [];
  const log = openLog('debug', { write: (line) => void logged.push(line) });
  const health = new Map<string, string | undefined>([['database', undefined]]);
  const freshAt = { position: 0n, halted: false };
  const sessions = new SessionCookies({ key: KEY, secure: false, via: 'persona-picker' }, clock);
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
        options: { ...DEFAULT_HTTP_OPTIONS, freshWithinMs: 100, bodyLimit: 20_000, ...extra.options },
        refusals: [noteRefusals],
        subjects: [Meetings],
        sessions,
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
          { provide: Askers, useClass: ExampleAskers },
          {
            provide: Freshness,
            useValue: {
              seen: (position: bigint) =>
                Promise.resolve(freshAt.halted ? 'halted' : position <= freshAt.position ? 'reached' : 'late'),
            },
          },
        ],
        exports: [CLOCK, Askers, Freshness],
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
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    cookie: async (personId, municipality) => (await sessions.seal(sessionOf(personId, municipality))).split(';')[0]!,
  };
}
