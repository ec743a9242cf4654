import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { DomainEvent, EventType } from '#platform/kernel';
import { MeetingCancelled, MeetingMoved, MeetingPlanned, NoticeGiven } from '#meetings/contract';
import { personOf, UNIT } from '../routes/rights.municipality.js';
import { calendarMail, type CalendarMail } from './calendar-mail.js';
import { openInvitations, type InvitationsUnderTest } from './invitations-under-test.js';

// The calendar in each mail of a meeting's life, as iTIP (RFC 5546) and iMIP (RFC 6047) ask for it.

jest.setTimeout(60_000);

const MEETING = '018f0c5e-0000-7000-8000-000000000431';

/** Hours from UTC in Norway: in winter, in summer, and on both sides of the clock changes of 2027. */
const OFFSETS = {
  '2027-01-15T12:00:00': 1,
  '2027-03-28T01:59:00': 1,
  '2027-03-28T03:00:00': 2,
  '2027-07-01T12:00:00': 2,
  '2027-10-31T01:59:00': 2,
  '2027-10-31T03:00:00': 1,
};
const offsetsIn = (zone: ICAL.Timezone | undefined) =>
  Object.fromEntries(
    Object.keys(OFFSETS).map((time) => [time, zone && zone.utcOffset(ICAL.Time.fromDateTimeString(time)) / 3_600]),
  );

const event = <Data>(type: EventType<string, Data>, data: object): DomainEvent =>
  type(type.schema.parse({ unitIds: [UNIT.here], ...data }));
const noon = { on: '2026-12-08', startsAt: '12:00' };
const PLANNED = event(MeetingPlanned, {
  ...{ meetingId: MEETING, kind: 'ordinary', schoolYear: 2026, ...noon },
  ...{ place: 'Biblioteket', reason: null, urgent: false },
});
const CALLED = NoticeGiven({ to: [personOf('leaderHere')], agenda: null });
const MOVED = event(MeetingMoved, { from: noon, to: { ...noon, startsAt: '13:00' }, place: 'Rådhuset', reason: null });
const CANCELLED = event(MeetingCancelled, { on: noon.on, reason: 'sykdom' });

describe.each([
  ['with an inbound path', true, 'TRUE'],
  ['without an inbound path', false, 'FALSE'],
])('%s', (_, hasInboundPath, rsvp) => {
  let invitations: InvitationsUnderTest;
  const mails: CalendarMail[] = [];
  beforeAll(async () => {
    invitations = await openInvitations(['leaderHere'], hasInboundPath);
    await invitations.sent();
    const elsewhere = event(MeetingMoved, { from: noon, to: noon, place: 'Rådhuset', reason: null });
    for (const events of [[PLANNED, CALLED], [elsewhere], [MOVED], [CANCELLED]]) {
      for (const each of events) await invitations.happened(`meeting-${MEETING}`, each);
      await invitations.sent();
      mails.push(...(await Promise.all(invitations.bytes().map(calendarMail))));
    }
  }, 60_000);
  afterAll(() => invitations.close());

  test('an invitation, a new place, a new time and the cancellation are one appointment, with a SEQUENCE more each', () => {
    expect(mails.map(({ to, method, sequence, status, uid }) => [to, method, sequence, status, uid])).toEqual([
      ['leaderhere@example.no', 'REQUEST', 0, 'CONFIRMED', `${MEETING}@samspill`],
      ['leaderhere@example.no', 'REQUEST', 1, 'CONFIRMED', `${MEETING}@samspill`],
      ['leaderhere@example.no', 'REQUEST', 2, 'CONFIRMED', `${MEETING}@samspill`],
      ['leaderhere@example.no', 'CANCEL', 3, 'CANCELLED', `${MEETING}@samspill`],
    ]);
  });
  test('the calendar says its method and the Content-Type the same, and invite.ics is the same calendar', () => {
    expect(mails.map(({ method, methodOfPart, isAttached }) => [methodOfPart === method, isAttached])).toEqual(
      mails.map(() => [true, true]),
    );
  });
  test('the organizer is the sender, and the only attendee the receiver', () => {
    for (const { from, organizer, attendees, method } of mails) {
      expect(from).toBe('samspill@example.no');
      expect(String(organizer).toLowerCase()).toBe('mailto:samspill@example.no');
      const answer = method === 'CANCEL' ? 'FALSE' : rsvp;
      expect(attendees.map((it) => it.toLowerCase())).toEqual([`mailto:leaderhere@example.no ${answer.toLowerCase()}`]);
    }
  });
  test('each file has one zone, Europe/Oslo, with the offsets of winter, summer and both clock changes', () => {
    for (const { zone } of mails) {
      expect(zone?.tzid).toBe('Europe/Oslo');
      expect(offsetsIn(zone)).toEqual(OFFSETS);
    }
  });
});
