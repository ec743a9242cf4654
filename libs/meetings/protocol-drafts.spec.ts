import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { RefusedError } from '#platform/http';
import { isRefused } from '#platform/kernel';
import { adviser, anAction, head } from './domain/meeting/meeting.examples.js';
import { FileProtocol, FileProtocolBody } from './features/file-protocol.js';
import { SaveDraft } from './features/save-draft.js';
import { asker, context, openMeetings, type MeetingsUnderTest } from './meetings.examples.js';
import { action, allPresent, protocolWriting } from './protocol-writing.examples.js';

jest.setTimeout(30_000);

let underTest: MeetingsUnderTest;
beforeAll(async () => {
  underTest = await openMeetings();
});
afterAll(() => underTest.close());

const { aMeeting, draftOf, save, count, inDrafts } = protocolWriting(() => underTest);

test('a new draft has the expected participants, the missing fields and the warnings', async () => {
  const meetingId = await aMeeting({ startsAt: '12:30' });
  const began = await draftOf(meetingId);
  expect(began).toMatchObject({ revision: '0', savedBy: null, draft: { heldOn: '2026-11-18', startedAt: '12:30' } });
  expect(began.draft.participants.map(({ attendance, role }) => [role, attendance])).toEqual([
    ['unit-leader', null],
    ['service-member', null],
  ]);
  expect(began.missing.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['ATTENDANCE_NOT_STATED', 'NOBODY_FROM_UNIT', 'PROTOCOL_WITHOUT_ACTIONS']),
  );
  const matters = [
    { kind: 'anonymous' as const, matterId: anAction(50), topic: null, cause: null, ageBand: null, setting: null },
  ];
  const saved = await save(meetingId, { ...began.draft, matters }, 0);
  expect(saved).toMatchObject({
    revision: '1',
    warnings: [{ warning: 'ANONYMOUS_MATTER_IN_SMALL_UNIT', at: 'matters.0' }],
  });
});

test('concurrent saves are merged by field, and both texts are kept where they conflict', async () => {
  const meetingId = await aMeeting();
  const { draft } = await draftOf(meetingId);
  await save(meetingId, { ...draft, place: 'biblioteket' }, 0);
  expect(await save(meetingId, { ...draft, actions: [action(20)] }, 0, 'service-member')).toMatchObject({
    revision: '2',
    merged: true,
    draft: { place: 'biblioteket', actions: [{ text: 'Kurs i språkstimulering' }] },
  });
  const conflict = save(meetingId, { ...draft, place: 'hallen' }, 0, 'service-member');
  await expect(conflict).rejects.toThrow(RefusedError);
  const refused = await conflict.catch((it: RefusedError) => it);
  expect(refused).toMatchObject({ refusal: { refused: [{ rule: 'DRAFT_CONFLICT' }] } });
  expect((refused as RefusedError).beside).toMatchObject({
    revision: '2',
    // the last writer
    savedBy: adviser,
    conflicts: [{ at: 'place', base: null, mine: 'hallen', theirs: 'biblioteket' }],
    mine: { place: 'hallen' },
    theirs: { place: 'biblioteket' },
  });
  expect(await underTest.commands.execute(new SaveDraft(meetingId, draft, asker(), context()))).toMatchObject({
    refused: [{ rule: 'DRAFT_WITHOUT_REVISION' }],
  });
});

test('of twelve concurrent saves on one revision, every added row is kept', async () => {
  const meetingId = await aMeeting();
  const { draft } = await draftOf(meetingId);
  const numbers = Array.from({ length: 12 }, (_, i) => 30 + i);
  await Promise.all(numbers.map((n) => save(meetingId, { ...draft, actions: [action(n)] }, 0)));
  const { draft: merged, revision } = await draftOf(meetingId);
  expect(merged.actions.map(({ actionId }) => actionId).toSorted()).toEqual(numbers.map(anAction));
  expect(revision).toBe('12');
});

test('a whole protocol is filed over a saved draft only when the request names the draft’s revision', async () => {
  const meetingId = await aMeeting({ on: '2026-11-16' });
  const { draft } = await draftOf(meetingId);
  const whole = { ...allPresent(draft), actions: [action(65)] };
  const file = (parsed: FileProtocolBody) =>
    underTest.commands.execute(new FileProtocol(meetingId, parsed, asker(), context()));
  expect(await file({ ...whole, draftRevision: 1 })).toMatchObject({ refused: [{ rule: 'DRAFT_CHANGED' }] });
  await save(meetingId, { ...draft, place: 'skrevet av PPT' }, 0, 'service-member');
  expect(await file(whole)).toMatchObject({ refused: [{ rule: 'DRAFT_SAVED_MEANWHILE' }] });
  expect(await file({ ...whole, draftRevision: 0 })).toMatchObject({ refused: [{ rule: 'DRAFT_CHANGED' }] });
  // The query lost nothing.
  expect((await draftOf(meetingId)).draft.place).toBe('skrevet av PPT');
  const seen = FileProtocolBody.parse({ ...whole, place: 'skrevet av PPT', draftRevision: 1 });
  expect(isRefused(await file(seen))).toBe(false);
  expect(await count(meetingId)).toBe(0);
});

test('a draft left by a crash after filing is deleted at the next filing', async () => {
  const [left, next] = [await aMeeting({ on: '2026-11-16' }), await aMeeting({ on: '2026-11-16' })];
  for (const [i, meetingId] of [left, next].entries()) {
    const { draft } = await draftOf(meetingId);
    const protocol = { ...allPresent(draft), actions: [action(70 + i)] };
    await underTest.commands.execute(new FileProtocol(meetingId, protocol, asker(), context()));
    await underTest.seen();
    if (i > 0) break;
    // Simulates a crash between filing and clean-up.
    await inDrafts(`insert into meetings_protocol_draft values ('${left}', 1, '9901', '{}', '${head}', now())`);
    expect(await count(left)).toBe(1);
  }
  expect(await count(left)).toBe(0);
});
