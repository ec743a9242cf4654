import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { InboundMail, MailSender } from '#platform/mail';
import type { DomainEvent, EventType } from '#platform/kernel';
import { MeetingCancelled, MeetingMoved, MeetingPlanned, NoticeGiven } from '#meetings/contract';
import { PersonChanged } from '#registry/contract';
import { migrations } from '../../apps/composition/src/index.js';
import { InvitationsTask } from '../../libs/calendar/sending/invitations-task.js';
import { SmtpUnderTest } from '../../libs/platform/mail/smtp-server.examples.js';
import { migratedDatabase } from '../postgres.js';
import { NUMBER, personOf, tellStory, UNIT } from '../routes/rights.municipality.js';
import { startApiOn, type RunningApi } from '../running-api.js';
import { separateLogSettings } from '../separate-log.js';

jest.setTimeout(60_000);

const MEETING = '018f0c5e-0000-7000-8000-000000000411';
const CALLED_BEFORE = '018f0c5e-0000-7000-8000-000000000412';
const server = new SmtpUnderTest();
let api: RunningApi;

beforeAll(async () => {
  await server.start();
  const database = await migratedDatabase(migrations);
  const folder = await mkdtemp(join(tmpdir(), 'samspill-invitations-'));
  const variables = {
    ...separateLogSettings(),
    ...database.environment,
    SMTP_URL: server.url,
    MAIL_FROM: 'Samspill <samspill@example.no>',
    MAIL_BOUNCES: 'svar@example.no',
  };
  const remove = async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  api = await startApiOn({ variables, folder, remove }, '2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  for (const name of ['leaderHere', 'pptHere'] as const)
    await happened(
      `person-${personOf(name)}`,
      PersonChanged({ name, email: `${name.toLowerCase()}@example.no`, title: null }),
    );
  await api.settled();
}, 60_000);
afterAll(async () => {
  await api.close();
  await server.stop();
});

async function happened(stream: string, event: DomainEvent, occurredAt = '2026-11-22T08:00:00.000Z'): Promise<void> {
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

/** What a sweep and the sending after it have brought to the mail server. */
async function sent() {
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
}

const event = <Data>(type: EventType<string, Data>, data: object): DomainEvent =>
  type(type.schema.parse({ unitIds: [UNIT.here], ...data }));
const people = (...names: readonly ('leaderHere' | 'pptHere')[]) => ({ to: names.map(personOf), agenda: null });

test('meetings that were called before the first sweep invite nobody until they change; those of the last day do', async () => {
  const stream = `meeting-${CALLED_BEFORE}`;
  const planned = { meetingId: CALLED_BEFORE, kind: 'ordinary', schoolYear: 2026, on: '2026-12-01', startsAt: '12:00' };
  const before = '2026-11-21T07:59:00.000Z';
  await happened(stream, event(MeetingPlanned, { ...planned, place: null, reason: null, urgent: false }), before);
  await happened(stream, NoticeGiven(people('leaderHere')), before);
  expect(await sent()).toEqual([]);
  await happened(stream, NoticeGiven(people('leaderHere', 'pptHere')), '2026-11-21T08:01:00.000Z');
  expect((await sent()).map(([to, , method]) => [to, method])).toEqual([['ppthere@example.no', 'REQUEST']]);
  await happened(stream, event(MeetingCancelled, { on: '2026-12-01', reason: 'sykdom' }));
  expect((await sent()).map(([to, , method]) => [to, method])).toEqual([
    ['leaderhere@example.no', 'CANCEL'],
    ['ppthere@example.no', 'CANCEL'],
  ]);
});

test('a meeting of the plan invites nobody before its notice', async () => {
  const planned = { meetingId: MEETING, kind: 'ordinary', schoolYear: 2026, on: '2026-12-08', startsAt: '12:00' };
  await happened(
    `meeting-${MEETING}`,
    event(MeetingPlanned, { ...planned, place: 'Biblioteket', reason: null, urgent: false }),
  );
  expect(await sent()).toEqual([]);
});

test('those of the notice get one invitation each, however often the sweep runs', async () => {
  await happened(`meeting-${MEETING}`, NoticeGiven(people('leaderHere', 'pptHere')));
  const subject = 'Innkalling: Samarbeidsmøte – Skolen here, tysdag 8. desember 2026 kl. 12:00';
  expect(await sent()).toEqual([
    ['leaderhere@example.no', subject, 'REQUEST', 0],
    ['ppthere@example.no', subject, 'REQUEST', 0],
  ]);
  expect(await sent()).toEqual([]);
});

test('an answer by mail shows who comes; another’s address and a repeat change nothing', async () => {
  const inbound = api.app.get(InboundMail, { strict: false });
  const answer = (address: string) =>
    [
      `From: ${address}`,
      'To: samspill@example.no',
      'Subject: Akseptert',
      'MIME-Version: 1.0',
      'Content-Type: text/calendar; method=REPLY; charset=UTF-8',
      '',
      'BEGIN:VCALENDAR',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      `UID:${MEETING}@samspill`,
      `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`,
      'SEQUENCE:0',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
  expect(await inbound.take(Buffer.from(answer('PptHere@example.no')))).toHaveProperty('done');
  expect(await inbound.take(Buffer.from(answer('ppthere@example.no')))).toHaveProperty('done');
  expect(await inbound.take(Buffer.from(answer('stranger@example.no')))).toHaveProperty('rejected');
  await api.settled();
  expect(await api.installation.events.read(NUMBER, `invitation-${MEETING}`)).toHaveLength(1);
  const response = await fetch(`${api.url}/api/meetings/${MEETING}/answers`, {
    headers: { cookie: await api.cookie(NUMBER, personOf('leaderHere')) },
  });
  expect(await response.json()).toMatchObject({
    canAnswer: true,
    answers: [
      { name: 'leaderHere', answer: null },
      { name: 'pptHere', answer: 'accepted' },
    ],
  });
});

test('a changed time updates the appointment, and those who are left out are withdrawn', async () => {
  const moved = { from: { on: '2026-12-08', startsAt: '12:00' }, to: { on: '2026-12-10', startsAt: '09:00' } };
  await happened(`meeting-${MEETING}`, event(MeetingMoved, { ...moved, place: 'Rådhuset', reason: null }));
  await happened(`meeting-${MEETING}`, NoticeGiven(people('leaderHere')));
  const what = 'Samarbeidsmøte – Skolen here, torsdag 10. desember 2026 kl. 09:00';
  expect(await sent()).toEqual([
    ['leaderhere@example.no', `Endra møte: ${what}`, 'REQUEST', 1],
    ['ppthere@example.no', `Ikkje lenger kalla inn: ${what}`, 'CANCEL', 1],
  ]);
});

test('a cancelled meeting is withdrawn from those who were called', async () => {
  await happened(`meeting-${MEETING}`, event(MeetingCancelled, { on: '2026-12-10', reason: 'sykdom' }));
  const what = 'Samarbeidsmøte – Skolen here, torsdag 10. desember 2026 kl. 09:00';
  expect(await sent()).toContainEqual(['leaderhere@example.no', `Avlyst møte: ${what}`, 'CANCEL', 2]);
});
