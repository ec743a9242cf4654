import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { InboundMail } from '#platform/mail';
import type { DomainEvent, EventType } from '#platform/kernel';
import { MeetingCancelled, MeetingMoved, MeetingPlanned, NoticeGiven } from '#meetings/contract';
import { NUMBER, personOf, UNIT } from '../routes/rights.municipality.js';
import type { RunningApi } from '../running-api.js';
import { openInvitations, type InvitationsUnderTest } from './invitations-under-test.js';

jest.setTimeout(60_000);

const MEETING = '018f0c5e-0000-7000-8000-000000000411';
const CALLED_BEFORE = '018f0c5e-0000-7000-8000-000000000412';
let invitations: InvitationsUnderTest;
let api: RunningApi;
beforeAll(async () => {
  invitations = await openInvitations(['leaderHere', 'pptHere']);
  ({ api } = invitations);
}, 60_000);
afterAll(() => invitations.close());

const happened: InvitationsUnderTest['happened'] = (...args) => invitations.happened(...args);
const sent = () => invitations.sent();

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
