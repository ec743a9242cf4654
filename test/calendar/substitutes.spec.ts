import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { stableId, type CalendarDate, type DomainEvent, type EventType } from '#platform/kernel';
import { MeetingCancelled, MeetingMoved, MeetingPlanned, NoticeGiven } from '#meetings/contract';
import { MeetingConcern } from '#news/contract';
import { RoleEnded, SubstituteRoleGiven } from '#registry/contract';
import { NUMBER, personOf, SERVICE, UNIT } from '../routes/rights.municipality.js';
import { openInvitations, type InvitationsUnderTest } from './invitations-under-test.js';

// A substitute is invited to the meetings of somebody who is away, beside them, and has them in the calendar (ADR 0360).

jest.setTimeout(60_000);

const MEETING = '018f0c5e-0000-7000-8000-000000000421';
const CANCELLED = '018f0c5e-0000-7000-8000-000000000422';
const OF_ROLE = stableId('substitute of an adviser');
let invitations: InvitationsUnderTest;
beforeAll(async () => {
  invitations = await openInvitations(['leaderHere', 'pptHere', 'nurseNowhere']);
}, 60_000);
afterAll(() => invitations.close());

const event = <Data>(type: EventType<string, Data>, data: object): DomainEvent =>
  type(type.schema.parse({ unitIds: [UNIT.here], ...data }));
const onMeeting = (it: DomainEvent, meetingId = MEETING) => invitations.happened(`meeting-${meetingId}`, it);
const planned = (meetingId: string, on: string) =>
  onMeeting(
    event(MeetingPlanned, {
      ...{ meetingId, kind: 'ordinary', schoolYear: 2026, on, startsAt: '12:00' },
      ...{ place: null, reason: null, urgent: false },
    }),
    meetingId,
  );
const called = (meetingId = MEETING) =>
  onMeeting(NoticeGiven({ to: [personOf('leaderHere'), personOf('pptHere')], agenda: null }), meetingId);
const mails = async () =>
  (await invitations.sent()).map(([to, subject, method]) => [to.split('@')[0], subject!.split(':')[0], method]);

/** The nurse stands in for the adviser from Tuesday 1 to Friday 11 December 2026. */
const standsIn = (roleId = OF_ROLE) =>
  invitations.happened(
    `person-${personOf('nurseNowhere')}`,
    SubstituteRoleGiven(
      SubstituteRoleGiven.schema.parse({
        ...{ roleId, role: 'service-member', unitId: null, serviceId: SERVICE.ppt, serviceUnitId: null },
        ...{ from: '2026-12-01', to: '2026-12-11', standsInFor: personOf('pptHere') },
      }),
    ),
  );

test('a substitute who is named after the notice is invited to a meeting in those days', async () => {
  await mails();
  await planned(MEETING, '2026-12-08');
  await called();
  expect(await mails()).toEqual([
    ['leaderhere', 'Innkalling', 'REQUEST'],
    ['ppthere', 'Innkalling', 'REQUEST'],
  ]);
  await standsIn();
  expect(await mails()).toEqual([['nursenowhere', 'Innkalling', 'REQUEST']]);
  expect(await mails()).toEqual([]);
});

test('the meeting says who comes in whose place, and is in the substitute’s own calendar', async () => {
  const { api } = invitations;
  const response = await fetch(`${api.url}/api/meetings/${MEETING}/answers`, {
    headers: { cookie: await api.cookie(NUMBER, personOf('leaderHere')) },
  });
  const { answers } = (await response.json()) as { readonly answers: readonly { readonly name: string }[] };
  expect(answers.map(({ name }) => name)).toEqual(['leaderHere', 'nurseNowhere', 'pptHere']);
  const concern = api.app.get(MeetingConcern, { strict: false });
  const own = async (on: string) =>
    concern.own(
      NUMBER,
      personOf('nurseNowhere'),
      [{ meetingId: MEETING, on: on as CalendarDate, unitIds: [UNIT.here], calledIds: [personOf('pptHere')] }],
      '2026-11-22' as CalendarDate,
    );
  expect([(await own('2026-12-08')).size, (await own('2026-12-14')).size]).toEqual([1, 0]);
});

test('a change in those days is mailed to the substitute too; moved out of them, the meeting is withdrawn', async () => {
  const moved = (from: string, to: string) =>
    onMeeting(
      event(MeetingMoved, {
        ...{ from: { on: from, startsAt: '12:00' }, to: { on: to, startsAt: '12:00' }, place: null, reason: null },
      }),
    );
  await moved('2026-12-08', '2026-12-10');
  expect(await mails()).toEqual(['leaderhere', 'nursenowhere', 'ppthere'].map((to) => [to, 'Endra møte', 'REQUEST']));
  await moved('2026-12-10', '2026-12-15');
  expect(await mails()).toEqual([
    ['leaderhere', 'Endra møte', 'REQUEST'],
    ['nursenowhere', 'Ikkje lenger kalla inn', 'CANCEL'],
    ['ppthere', 'Endra møte', 'REQUEST'],
  ]);
});

test('a meeting that is cancelled is withdrawn from the substitute, who is then told of no other', async () => {
  await planned(CANCELLED, '2026-12-09');
  await called(CANCELLED);
  expect((await mails()).map(([to]) => to)).toEqual(['leaderhere', 'nursenowhere', 'ppthere']);
  await onMeeting(event(MeetingCancelled, { on: '2026-12-09', reason: 'sykdom' }), CANCELLED);
  expect(await mails()).toContainEqual(['nursenowhere', 'Avlyst møte', 'CANCEL']);
  await invitations.happened(
    `person-${personOf('nurseNowhere')}`,
    RoleEnded(RoleEnded.schema.parse({ roleId: OF_ROLE, on: '2026-12-04' })),
  );
  expect(await mails()).toEqual([]);
});

test('a substitute who is named again after the end is invited again, and withdrawn again', async () => {
  const meetingId = '018f0c5e-0000-7000-8000-000000000423';
  const [once, again] = [stableId('the same substitute once'), stableId('the same substitute again')];
  const ended = (roleId: string) =>
    invitations.happened(
      `person-${personOf('nurseNowhere')}`,
      RoleEnded(RoleEnded.schema.parse({ roleId, on: '2026-12-04' })),
    );
  await planned(meetingId, '2026-12-08');
  await called(meetingId);
  await standsIn(once);
  expect(await mails()).toContainEqual(['nursenowhere', 'Innkalling', 'REQUEST']);
  await ended(once);
  expect(await mails()).toEqual([['nursenowhere', 'Ikkje lenger kalla inn', 'CANCEL']]);
  await standsIn(again);
  expect(await mails()).toEqual([['nursenowhere', 'Innkalling', 'REQUEST']]);
  await ended(again);
  expect(await mails()).toEqual([['nursenowhere', 'Ikkje lenger kalla inn', 'CANCEL']]);
});
