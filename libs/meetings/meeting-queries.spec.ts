import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Asker } from '#platform/identity';
import { isRefused, type CalendarDate, type MeetingId } from '#platform/kernel';
import { adviser, anAction, draftAction, head, otherUnitId, unitId } from './domain/meeting/meeting.examples.js';
import { DraftAnswer } from './drafts/draft.dto.js';
import { FileProtocol } from './features/file-protocol.js';
import { PlanMeeting, PlanMeetingBody } from './features/plan-meeting.js';
import { ReadDraft } from './features/read-draft.js';
import { asker, context, openMeetings, type MeetingsUnderTest } from './meetings.examples.js';
import { MeetingAnswer, MeetingPage } from './read-models/meeting-register/meeting.dto.js';
import { ListMeetings, ReadMeeting } from './read-models/meeting-register/meeting.query.js';
import { ProtocolAnswer } from './read-models/protocol-register/protocol.dto.js';
import { ReadProtocol } from './read-models/protocol-register/protocol.query.js';

jest.setTimeout(30_000);

let underTest: MeetingsUnderTest;
beforeAll(async () => {
  underTest = await openMeetings();
});
afterAll(() => underTest.close());

async function planned(on: string): Promise<MeetingId> {
  const body = PlanMeetingBody.parse({ unitIds: [unitId], on, startsAt: '12:30' });
  const outcome = await underTest.commands.execute(new PlanMeeting(body, asker(), context()));
  if (isRefused(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.id as MeetingId;
}
const draftOf = async (meetingId: MeetingId) =>
  DraftAnswer.parse(await underTest.queries.execute(new ReadDraft(meetingId, asker())));

test('a meeting’s answer has names for its ids, and defaults for a new action from the unit’s last one', async () => {
  const [held, next] = [await planned('2026-11-17'), await planned('2026-12-09')];
  await underTest.seen();
  const began = await draftOf(held);
  expect(began).toMatchObject({
    proposed: {
      nextMeetingOn: '2026-12-09',
      dueOn: '2026-12-07',
      followUpOn: '2026-12-09',
      level: null,
      category: null,
    },
    units: [{ unitId, name: 'Nordlia skole' }],
  });
  expect(began.people).toEqual([
    expect.objectContaining({ personId: head, name: 'Rektor Eksempel', role: 'unit-leader', place: 'Nordlia skole' }),
    expect.objectContaining({ personId: adviser, role: 'service-member', place: null }),
  ]);

  const participants = began.draft.participants.map((it) => ({ ...it, attendance: 'present' as const }));
  const protocol = {
    ...began.draft,
    participants,
    actions: [draftAction({ actionId: anAction(90), level: 'group', ownerServiceId: null })],
  };
  const filed = await underTest.commands.execute(new FileProtocol(held, protocol, asker(), context()));
  expect(isRefused(filed)).toBe(false);
  await underTest.seen();
  const read = ProtocolAnswer.parse(await underTest.queries.execute(new ReadProtocol(held, undefined, asker())));
  expect(read.units).toMatchObject([{ name: 'Nordlia skole' }]);
  expect(read.people.map(({ personId }) => personId)).toContain(head);
  const { category } = draftAction();
  expect((await draftOf(next)).proposed).toMatchObject({ level: 'group', category });

  const meeting = MeetingAnswer.parse(await underTest.queries.execute(new ReadMeeting(next, asker())));
  expect(meeting.standing.map(({ name }) => name)).toEqual(['Rektor Eksempel', 'Rådgiver Eksempel']);
});

test('a list of meetings marks those that await a protocol, and is sorted latest first on request', async () => {
  const [late, today, coming] = [await planned('2027-01-12'), await planned('2027-01-13'), await planned('2027-01-20')];
  await underTest.seen();
  const list = async (filters: object) => {
    const leader = asker('unit-leader', { today: '2027-01-13' as CalendarDate });
    const within = { page: 1, size: 10, from: '2027-01-01' as CalendarDate };
    const answer = MeetingPage.parse(
      await underTest.queries.execute(new ListMeetings({ ...within, ...filters }, leader)),
    );
    return answer.items.map(({ meetingId }) => meetingId);
  };
  expect(await list({ awaits: 'protocol' })).toEqual([late, today]);
  expect(await list({ order: 'latest' })).toEqual([coming, today, late]);
  expect(await list({})).toEqual([late, today, coming]);
});

test('a meeting lists the reader’s rights: the leader plans and files, the coordinator declares lost, a guest has none', async () => {
  const meetingId = await planned('2026-12-16');
  await underTest.seen();
  const answers = async (who: Asker) =>
    MeetingAnswer.parse(await underTest.queries.execute(new ReadMeeting(meetingId, who))).may;
  expect(await answers(asker('unit-leader'))).toEqual(['plan', 'file']);
  expect(await answers(asker('coordinator'))).toEqual(['plan', 'declare-lost']);
  expect(await answers(asker('service-member'))).toEqual([]);
  const elsewhere = asker('unit-leader', { roles: [{ role: 'unit-leader', unitId: otherUnitId }] });
  expect(await answers(elsewhere)).toEqual([]);
});
