import { PostgresWorkingTables } from '#platform/database';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { checkedAnswer } from '#platform/http';
import { isRefused, type MeetingId } from '#platform/kernel';
import { ProtocolDraft } from './domain/draft/protocol-draft.js';
import { anAction, draftAction, person, unitId } from './domain/meeting/meeting.examples.js';
import { DraftAnswer } from './drafts/draft.dto.js';
import { PlanMeeting, PlanMeetingBody } from './features/plan-meeting.js';
import { ReadDraft } from './features/read-draft.js';
import { SaveDraft } from './features/save-draft.js';
import { asker, context, openMeetings, type MeetingsUnderTest } from './meetings.examples.js';

jest.setTimeout(30_000);

let underTest: MeetingsUnderTest;
beforeAll(async () => {
  underTest = await openMeetings();
});
afterAll(() => underTest.close());

// A unit has only one meeting at an hour, so each gets its own.
const hours = ['08:00', '10:00', '12:00'];
async function aMeeting(): Promise<MeetingId> {
  const body = PlanMeetingBody.parse({ unitIds: [unitId], on: '2026-11-18', startsAt: hours.shift() });
  const outcome = await underTest.commands.execute(new PlanMeeting(body, asker(), context()));
  if (isRefused(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.id as MeetingId;
}
async function draftOf(meetingId: MeetingId): Promise<DraftAnswer & { draft: ProtocolDraft }> {
  const answer = await underTest.queries.execute(new ReadDraft(meetingId, asker()));
  if (isRefused(answer)) throw new Error(JSON.stringify(answer));
  return DraftAnswer.parse(answer);
}
const save = (meetingId: MeetingId, draft: ProtocolDraft, base: number, role?: 'service-member') =>
  underTest.commands.execute(new SaveDraft(meetingId, draft, asker(role), context({ expected: BigInt(base) })));
const action = (n: number) => draftAction({ actionId: anAction(n), ownerServiceId: null });

test('of two savers that together exceed a draft’s limit, the second is refused, and the draft can be read', async () => {
  const meetingId = await aMeeting();
  const { draft } = await draftOf(meetingId);
  const many = (from: number) => Array.from({ length: 40 }, (_, i) => action(from + i));
  const one = await save(meetingId, { ...draft, actions: many(200) }, 0);
  expect(one).toMatchObject({ revision: '1' });
  expect(await save(meetingId, { ...draft, actions: many(300) }, 0, 'service-member')).toEqual({
    refused: [{ rule: 'DRAFT_LIST_TOO_LONG', at: 'actions' }],
  });
  const contributors = (from: number) =>
    Array.from({ length: 12 }, (_, i) => ({ personId: person(from + i), serviceId: null }));
  await save(meetingId, { ...draft, actions: [action(200)] }, 1);
  await save(meetingId, { ...draft, actions: [{ ...action(200), contributors: contributors(500) }] }, 2);
  expect(
    await save(meetingId, { ...draft, actions: [{ ...action(200), contributors: contributors(600) }] }, 2),
  ).toEqual({ refused: [{ rule: 'DRAFT_LIST_TOO_LONG', at: 'actions.0.contributors' }] });
  expect((await draftOf(meetingId)).revision).toBe('3');
});

test('a saved draft that exceeds today’s limit is opened unchanged', async () => {
  const meetingId = await aMeeting();
  const { draft } = await draftOf(meetingId);
  await save(meetingId, { ...draft, actions: [action(400)] }, 0);
  const long = { ...draft, actions: Array.from({ length: 80 }, (_, i) => action(400 + i)) };
  // As saved before there was a limit: the route, which has one, is bypassed.
  await save(meetingId, long, 1);
  const answer = checkedAnswer(DraftAnswer, await underTest.queries.execute(new ReadDraft(meetingId, asker())));
  expect(answer).toMatchObject({ value: { draft: { actions: long.actions.map(({ actionId }) => ({ actionId })) } } });
  expect(ProtocolDraft.safeParse(long).success).toBe(false);
});

test('a national number is never saved, and an earlier saved one can be removed', async () => {
  const meetingId = await aMeeting();
  const { draft } = await draftOf(meetingId);
  // Invented: the registers' own test people have 80 added to the month.
  const numbered = 'Samtale om 15817012345';
  const actions = [action(500), { ...action(501), wantedEffect: numbered }];
  expect(await save(meetingId, { ...draft, place: numbered, actions }, 0)).toEqual({
    refused: [
      { rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'place' },
      { rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'actions.1.wantedEffect' },
    ],
  });
  expect((await draftOf(meetingId)).revision).toBe('0');
  await save(meetingId, { ...draft, place: 'biblioteket' }, 0);
  // A draft as saved before the rule.
  await new PostgresWorkingTables(underTest.source).in('9901', (drafts) =>
    drafts.query(
      `update meetings_protocol_draft set content = jsonb_set(content, '{place}', '"${numbered}"')
      where meeting_id = '${meetingId}' and revision = 1`,
    ),
  );
  const opened = await draftOf(meetingId);
  expect(opened.missing).toContainEqual(expect.objectContaining({ rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'place' }));
  expect(await save(meetingId, { ...opened.draft, actions: [action(502)] }, 1)).toMatchObject({ revision: '2' });
  expect(await save(meetingId, { ...opened.draft, place: 'hallen', actions: [action(502)] }, 2)).toMatchObject({
    revision: '3',
    draft: { place: 'hallen' },
  });
});
