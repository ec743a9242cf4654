import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { MailSender } from '#platform/mail';
import type { DomainEvent } from '#platform/kernel';
import { PersonChanged } from '#registry/contract';
import { migrations } from '../../apps/composition/src/index.js';
import { InvitationsTask } from '../../libs/calendar/sending/invitations-task.js';
import { SmtpUnderTest } from '../../libs/platform/mail/smtp-server.examples.js';
import { migratedDatabase } from '../postgres.js';
import { NUMBER, personOf, tellStory } from '../routes/rights.municipality.js';
import type { AskerName } from '../routes/rights.table.js';
import { startApiOn, type RunningApi } from '../running-api.js';
import { separateLogSettings } from '../separate-log.js';

/** A mail with an appointment: receiver, subject, method and sequence. */
export type SentInvitation = readonly [to: string, subject: string | undefined, method: unknown, sequence: number];

/** The application with a real mail server, whose sweep is run by hand. */
export interface InvitationsUnderTest {
  readonly api: RunningApi;
  happened(stream: string, event: DomainEvent, occurredAt?: string): Promise<void>;
  /** Runs a sweep and the sending after it; returns the mails that reached the mail server. */
  sent(): Promise<readonly SentInvitation[]>;
  /** The bytes of those mails. */
  bytes(): readonly Buffer[];
  close(): Promise<void>;
}

/**
 * @param people who have a mail address: their name in small letters
 * @param hasInboundPath true where answers to mails reach Samspill
 */
export async function openInvitations(
  people: readonly AskerName[],
  hasInboundPath = true,
): Promise<InvitationsUnderTest> {
  const server = new SmtpUnderTest();
  await server.start();
  const database = await migratedDatabase(migrations);
  const folder = await mkdtemp(join(tmpdir(), 'samspill-invitations-'));
  const variables = {
    ...separateLogSettings(),
    ...database.environment,
    SMTP_URL: server.url,
    MAIL_FROM: 'Samspill <samspill@example.no>',
    ...(hasInboundPath && { MAIL_BOUNCES: 'svar@example.no' }),
  };
  const remove = async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  const api = await startApiOn({ variables, folder, remove }, '2026-11-22T08:00:00Z', ({ events }) =>
    tellStory(events),
  );

  async function happened(stream: string, event: DomainEvent, occurredAt = '2026-11-22T08:00:00.000Z') {
    const { events, catalog } = api.installation;
    const history = await events.read(NUMBER, stream);
    const metadata = {
      commandId: randomUUID(),
      request: 'spec',
      correlationId: randomUUID(),
      actor: 'system:spec',
      occurredAt,
    };
    await events.append(NUMBER, stream, history.at(-1)?.revision ?? 'no-stream', [
      catalog.encode(randomUUID(), event, metadata),
    ]);
  }
  for (const name of people)
    await happened(
      `person-${personOf(name)}`,
      PersonChanged({ name, email: `${name.toLowerCase()}@example.no`, title: null }),
    );
  await api.settled();
  return {
    api,
    happened,
    async sent() {
      await api.settled();
      server.received.length = 0;
      await api.app.get(InvitationsTask, { strict: false }).run(NUMBER, api.clock.now());
      await api.app.get(MailSender, { strict: false }).drain(NUMBER, new AbortController().signal);
      const mails = await Promise.all(
        server.received.map(async ({ to, bytes }) => {
          const mail = await simpleParser(bytes);
          const file = mail.attachments.find(({ contentType }) => contentType.startsWith('text/calendar'))!;
          const calendar = new ICAL.Component(ICAL.parse(file.content.toString('utf8')) as unknown[]);
          const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
          return [to, mail.subject, calendar.getFirstPropertyValue('method'), event.sequence] as const;
        }),
      );
      return mails.toSorted(([a], [b]) => (a < b ? -1 : 1));
    },
    bytes: () => server.received.map(({ bytes }) => bytes),
    async close() {
      await api.close();
      await server.stop();
    },
  };
}
