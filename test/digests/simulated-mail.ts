import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { NewEvent } from '#platform/event-store';
import { stableId, ZONE } from '#platform/kernel';
import { MailSender } from '#platform/mail';
import { sweepTasksOf, migrations } from '../../apps/composition/src/index.js';
import { SmtpUnderTest } from '../../libs/platform/mail/smtp-server.examples.js';
import { migratedDatabase, type FreshDatabase } from '../postgres.js';
import { separateLogSettings } from '../separate-log.js';
import { startApiOn, type RunningApi } from '../running-api.js';
import type { Happening } from './school-year.story.js';

/** A mail as the server received it. */
export interface Arrived {
  /** By the installation's clock. */
  readonly at: Date;
  readonly to: string;
  readonly mail: ParsedMail;
  readonly bytes: Buffer;
}

/** The whole application with a real database and a real mail server, moved by hand through time. */
export interface SimulatedMail {
  readonly api: RunningApi;
  readonly smtp: SmtpUnderTest;
  /** Variables with which another process uses the same installation. */
  readonly variables: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Connection string of the owner of the database. */
  readonly ownerUrl: string;
  /** Every mail so far, in the order of their arrival. */
  readonly arrived: readonly Arrived[];
  /** Sets the clock, and lets something happen then. */
  happens(happening: Happening, tenant?: string): Promise<void>;
  /** The same for several; everything of one moment is read together. */
  happen(happenings: readonly Happening[], tenant?: string): Promise<void>;
  /** Sets the clock and does what the workers do each minute, in so many of them at once. */
  workersRun(at: Date, workers?: number, tenant?: string): Promise<void>;
  /** Every mail since the last call; they are in `arrived` no longer. */
  takeArrived(): readonly Arrived[];
  close(): Promise<void>;
}

/** @param on the database of an installation, in place of a new one */
export async function simulateMail(ofStory: string, begins: Date, on?: FreshDatabase): Promise<SimulatedMail> {
  const smtp = new SmtpUnderTest();
  await smtp.start();
  const database = on ?? (await migratedDatabase(migrations));
  const folder = await mkdtemp(join(tmpdir(), 'samspill-digests-'));
  const mail = {
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Samspill <samspill@example.no>',
    SAMSPILL_ORIGIN: 'https://samspill.example.no',
  };
  const variables = { ...separateLogSettings(), ...database.environment, ...mail };
  const api = await startApiOn(
    {
      variables,
      folder,
      remove: async () => {
        await database.drop();
        await rm(folder, { recursive: true, force: true });
      },
    },
    begins.toISOString(),
  );
  const { installation, app, clock } = api;
  const tasks = sweepTasksOf(app, installation);
  const sender = app.get<MailSender>(MailSender, { strict: false });
  const signal = new AbortController().signal;
  const arrived: Arrived[] = [];
  let count = 0;
  const run = async (tenant: string) => {
    for (const task of tasks) await task.run(tenant, clock.now(), signal);
    await sender.drain(tenant, signal);
  };
  const collect = async () => {
    for (const { to, bytes } of smtp.received.splice(0))
      arrived.push({ at: clock.now(), to, bytes, mail: await simpleParser(bytes) });
  };
  const tell = async ({ at, stream, by, event }: Happening, tenant: string) => {
    clock.set(at);
    const { events, catalog } = installation;
    const before = await events.read(tenant, stream);
    const eventId = stableId(on ? 'simulated later' : 'simulated', (count += 1));
    const metadata = { commandId: eventId, request: 'told', correlationId: eventId, actor: by };
    const encoded: NewEvent = catalog.encode(eventId, event, { ...metadata, occurredAt: at.toISOString() });
    await events.append(tenant, stream, before.at(-1)?.revision ?? 'no-stream', [encoded]);
  };
  return {
    api,
    smtp,
    variables,
    folder,
    ownerUrl: database.ownerUrl,
    arrived,
    async happens(happening, tenant = ofStory) {
      await tell(happening, tenant);
      await api.settled();
    },
    async happen(happenings, tenant = ofStory) {
      for (const [i, happening] of happenings.entries()) {
        await tell(happening, tenant);
        if (happenings[i + 1]?.at.getTime() !== happening.at.getTime()) await api.settled();
      }
    },
    async workersRun(at, workers = 1, tenant = ofStory) {
      clock.set(at);
      await Promise.all(Array.from({ length: workers }, () => run(tenant)));
      await collect();
      await api.settled();
    },
    takeArrived: () => arrived.splice(0),
    async close() {
      await api.close();
      await smtp.stop();
    },
  };
}

const LOCAL = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });
/** `2026-11-24 19.30` */
export const localTime = (at: Date): string => LOCAL.format(at).replace(':', '.');

/** The numbered lines of a mail's text. */
export const itemsIn = ({ text = '' }: ParsedMail): readonly string[] =>
  [...text.matchAll(/^\d+\. (.*(?:\n {3}(?!http)\S.*)*)/gm)].map(([, item]) => item!.split('\n')[0]!);
