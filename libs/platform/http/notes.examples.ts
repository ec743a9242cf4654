import { Controller, Req } from '@nestjs/common';
import { Body, Param, Query } from '@nestjs/common';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { z } from 'zod';
import type { Asker, Subject } from '#platform/identity';
import { eventType, refuseAll, stableId, type Decider, type EventOf, type RefusalTexts } from '#platform/kernel';
import { StreamBusy, Streams, type CommandContext } from '#platform/streams';
import { pageOf, Paging } from './paging.js';
import { Asked, Commanded, type AskedRequest } from './request.js';
import { CommandRoute, QueryRoute } from './routes.js';
import type { SubjectFinder } from './subjects.js';

// An invented aggregate, a meeting's note, with its routes, for the example application of `http.examples.ts`.

const NoteWritten = eventType('examples.NoteWritten', 1, z.object({ text: z.string() }));
export const noteEvents = { NoteWritten };
type NoteEvent = EventOf<typeof noteEvents>;
type NoteRule = 'NOTE_IS_CLOSED' | 'NOTE_HAS_NUMBER' | 'NOTE_IS_SHOUTED';
interface WriteNote {
  readonly text: string;
}

/** Refuses a note that is shouted, has an identity number, or comes after the word that closes. */
export const note: Decider<readonly string[], WriteNote, NoteEvent, NoteRule> = {
  initialState: [],
  decide: ({ text }, written) =>
    refuseAll<NoteRule>([
      ...(written.includes('closed') ? [{ rule: 'NOTE_IS_CLOSED' as const }] : []),
      ...(/\d{11}/.test(text) ? [{ rule: 'NOTE_HAS_NUMBER' as const, at: 'text' }] : []),
      ...(text === text.toUpperCase() ? [{ rule: 'NOTE_IS_SHOUTED' as const, at: 'text' }] : []),
    ]) ?? (text === 'ingenting' ? [] : [NoteWritten({ text })]),
  evolve: (written, { data }) => [...written, data.text],
};
export const noteRefusals: RefusalTexts<NoteRule> = {
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
export const NOT_YET_NOTED = stableId('a meeting that gets its first note');
export const OTHER_MEETING = stableId('another meeting');

export class NoteStreams extends Streams<readonly string[], WriteNote, NoteEvent, NoteRule> {}

export class Meetings implements SubjectFinder {
  readonly kind = 'meeting';
  find(_: string, id: string): Promise<Subject | undefined> {
    if ([MEETING, NEVER_NOTED, NOT_YET_NOTED].includes(id)) return Promise.resolve({ unitIds: ['974552876'] });
    return Promise.resolve(id === OTHER_MEETING ? { unitIds: ['999999999'] } : undefined);
  }
}

const NoteBody = z.object({
  text: z.string().trim().min(2).max(5000),
  signed: z.array(z.object({ by: z.uuid(), on: z.iso.date() })).default([]),
});
const NoteAnswer = z.object({ texts: z.array(z.string()), revision: z.string().regex(/^-?\d+$/) });
const Found = pageOf(z.object({ text: z.string() }));

/** The routes of the notes, with some that fail in the ways that HTTP must answer for. */
@Controller('meetings')
export class NotesController {
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
    const { state, revision } = await this.notes.load(meetingId, asker.tenant);
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
