import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ProblemError, RefusedError } from '#platform/http';
import { isRefused, type CalendarDate, type MeetingId, type Month, type TimeOfDay } from '#platform/kernel';
import { type ProtocolDraft } from './domain/draft/protocol-draft.js';
import { adviser, anAction, draftAction, head, otherUnitId, unitId } from './domain/meeting/meeting.examples.js';
import { DraftAnswer } from './drafts/draft.dto.js';
import { ExemptMonth } from './features/exempt-month.js';
import { FileProtocol, FileProtocolBody } from './features/file-protocol.js';
import { CorrectProtocol } from './features/correct-protocol.js';
import { DeclareProtocolLost } from './features/declare-protocol-lost.js';
import { HoldMeeting } from './features/hold-meeting.js';
import { RetractHeld } from './features/retract-held.js';
import { GiveNotice } from './features/give-notice.js';
import { PlanMeeting, PlanMeetingBody } from './features/plan-meeting.js';
import { PlanSchoolYear } from './features/plan-school-year.js';
import {
  ProposalAnswer,
  ProposalsAnswer,
  ProposeForAllBody,
} from './features/propose-school-year/propose-school-year.dto.js';
import { ProposeForAll, ProposeSchoolYear } from './features/propose-school-year/propose-school-year.query.js';
import { ReadDraft } from './features/read-draft.js';
import { SaveDraft } from './features/save-draft.js';
import { asker, context, guestUnitId, openMeetings, schoolYear, type MeetingsUnderTest } from './meetings.examples.js';
import { BoardAnswer, YearAnswer } from './read-models/board/board.dto.js';
import { ReadBoard } from './read-models/board/board.query.js';
import { MeetingAnswer, MeetingPage } from './read-models/meeting-register/meeting.dto.js';
import { ListMeetings, ReadMeeting } from './read-models/meeting-register/meeting.query.js';
import { ProtocolAnswer, ProtocolPage } from './read-models/protocol-register/protocol.dto.js';
import { ListProtocols, ReadProtocol } from './read-models/protocol-register/protocol.query.js';
import { TimelineAnswer } from './read-models/timeline/timeline.controller.js';
import { ReadTimeline } from './read-models/timeline/timeline.query.js';
import { ReadUnitPage } from './read-models/unit-page/unit-page.query.js';

jest.setTimeout(30_000);

let underTest: MeetingsUnderTest;
beforeAll(async () => {
  underTest = await openMeetings();
});
afterAll(() => underTest.close());

const body = (changes: object = {}) =>
  PlanMeetingBody.parse({ unitIds: [unitId], on: '2026-11-18', startsAt: '12:30', ...changes });
// A unit has only one meeting at an hour, so each gets its own.
const hours = [
  '12:30',
  '08:00',
  '09:00',
  '10:00',
  '11:00',
  '14:00',
  '15:00',
  '16:00',
  '17:00',
  '18:00',
  '19:00',
  '20:00',
  '07:00',
];
async function aMeeting(changes: object = {}): Promise<MeetingId> {
  const startsAt = hours.shift();
  const outcome = await underTest.commands.execute(new PlanMeeting(body({ startsAt, ...changes }), asker(), context()));
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
const count = async (meetingId: MeetingId) =>
  Number(
    (
      await underTest.source.query<{ n: number }[]>(
        `select set_config('samspill.municipality', '9901', false), (select count(*)::int from meetings_protocol_draft where meeting_id = '${meetingId}') as n`,
      )
    )[0]!.n,
  );
const allPresent = (draft: ProtocolDraft): ProtocolDraft => ({
  ...draft,
  participants: draft.participants.map((it) => ({ ...it, attendance: 'present' as const })),
});
const action = (n: number) => draftAction({ actionId: anAction(n), ownerServiceId: null });

test('a meeting at another unit’s table is not the leader’s to plan', async () => {
  const planning = underTest.commands.execute(new PlanMeeting(body({ unitIds: [otherUnitId] }), asker(), context()));
  await expect(planning).rejects.toThrow(ProblemError);
});

test('a joint meeting is the leader’s to plan with those who meet at the leader’s table, not with other units', async () => {
  const joint = (unitIds: readonly string[], role?: 'coordinator') => {
    const changes = { kind: 'joint', on: '2026-12-16', startsAt: role ? '14:00' : '12:30', unitIds };
    return underTest.commands.execute(new PlanMeeting(body(changes), asker(role), context()));
  };
  await expect(joint([unitId, otherUnitId])).rejects.toThrow(ProblemError);
  await expect(joint([guestUnitId, unitId])).rejects.toThrow(ProblemError);
  await expect(joint([unitId, guestUnitId])).resolves.toMatchObject({ revision: 0n });
  await expect(joint([unitId, otherUnitId], 'coordinator')).resolves.toMatchObject({ revision: 0n });
});

test('a draft begins with who should be there, says what is missing, and what to think of', async () => {
  const meetingId = await aMeeting();
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

test('two who write at once lose nothing: merged by field, and both texts where they conflict', async () => {
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

test('twelve who save in the same moment on the same revision all get their row in', async () => {
  const meetingId = await aMeeting();
  const { draft } = await draftOf(meetingId);
  const numbers = Array.from({ length: 12 }, (_, i) => 30 + i);
  await Promise.all(numbers.map((n) => save(meetingId, { ...draft, actions: [action(n)] }, 0)));
  const { draft: merged, revision } = await draftOf(meetingId);
  expect(merged.actions.map(({ actionId }) => actionId).toSorted()).toEqual(numbers.map(anAction));
  expect(revision).toBe('12');
});

test('the saved draft is filed, seen everywhere, and gone; a correction keeps both versions', async () => {
  const meetingId = await aMeeting({ on: '2026-11-17' });
  await underTest.commands.execute(
    new GiveNotice(
      meetingId,
      { agenda: null },
      asker('unit-leader', { today: '2026-11-12' as CalendarDate }),
      context(),
    ),
  );
  const { draft } = await draftOf(meetingId);
  const unsaved = await underTest.commands.execute(
    new FileProtocol(meetingId, { draftRevision: 1 }, asker(), context()),
  );
  expect(unsaved).toMatchObject({ refused: [{ rule: 'DRAFT_NOT_SAVED' }] });
  await save(meetingId, { ...allPresent(draft), actions: [action(60)] }, 0);
  const stale = await underTest.commands.execute(new FileProtocol(meetingId, { draftRevision: 9 }, asker(), context()));
  expect(stale).toMatchObject({ refused: [{ rule: 'DRAFT_CHANGED' }] });

  const key = context();
  const filed = await underTest.commands.execute(new FileProtocol(meetingId, { draftRevision: 1 }, asker(), key));
  expect(filed).toMatchObject({ id: meetingId, revision: 3n });
  expect(await count(meetingId)).toBe(0);
  // A repeat of the same command gets the same answer although the draft is gone.
  expect(await underTest.commands.execute(new FileProtocol(meetingId, { draftRevision: 1 }, asker(), key))).toEqual(
    filed,
  );
  expect(await underTest.queries.execute(new ReadDraft(meetingId, asker()))).toMatchObject({
    refused: [{ rule: 'PROTOCOL_ALREADY_FILED' }],
  });

  await underTest.seen();
  const first = ProtocolAnswer.parse(await underTest.queries.execute(new ReadProtocol(meetingId, undefined, asker())));
  const changed = { ...first.correction, actions: [{ ...action(60), dueOn: '2026-12-08' as CalendarDate }] };
  await underTest.commands.execute(
    new CorrectProtocol(meetingId, { reason: 'feil frist', protocol: changed }, asker(), context()),
  );
  await underTest.seen();
  const both = ProtocolAnswer.parse(await underTest.queries.execute(new ReadProtocol(meetingId, undefined, asker())));
  expect(both.versions).toHaveLength(2);
  // Another writer who started from the first version is informed and undoes nothing.
  expect([first.revision, both.revision]).toEqual(['3', '4']);
  const late = { reason: 'skrivefeil', protocol: { ...first.correction, place: 'biblioteket' } };
  const overtaken = new CorrectProtocol(meetingId, late, asker(), context({ expected: BigInt(first.revision) }));
  expect(await underTest.commands.execute(overtaken)).toMatchObject({ refused: [{ rule: 'CHANGED_SINCE_READ' }] });
  expect(both.protocol.actions[0]!.dueOn).toBe('2026-12-08');
  const old = ProtocolAnswer.parse(await underTest.queries.execute(new ReadProtocol(meetingId, 1, asker())));
  expect(old.protocol.actions[0]!.dueOn).toBe('2026-12-07');

  const list = ProtocolPage.parse(
    await underTest.queries.execute(new ListProtocols({ page: 1, size: 10, unitId }, asker())),
  );
  expect(list.items).toMatchObject([{ meetingId, version: 2, filedLate: false, actions: 1 }]);
  expect(MeetingAnswer.parse(await underTest.queries.execute(new ReadMeeting(meetingId, asker())))).toMatchObject({
    state: 'filed',
    revision: '4',
    version: 2,
  });
  const timelineOf = async (page: number, size: number) =>
    TimelineAnswer.parse(await underTest.queries.execute(new ReadTimeline(meetingId, { page, size }, asker())));
  const timeline = await timelineOf(1, 50);
  expect(timeline.items.map(({ what, by }) => [what, by])).toEqual([
    ['Møtet ble planlagt til tirsdag 17. november 2026 kl. 10.00', 'Rektor Eksempel'],
    ['2 deltakere ble kalt inn', 'Rektor Eksempel'],
    ['Møtet ble holdt tirsdag 17. november 2026', 'Rektor Eksempel'],
    ['Protokollen ble levert: ingen saker og ett nytt tiltak', 'Rektor Eksempel'],
    ['Protokollen ble rettet (versjon 2)', 'Rektor Eksempel'],
  ]);
  expect(await timelineOf(2, 3)).toMatchObject({ total: 5, items: timeline.items.slice(3) });
});

test('the register tells late filings from those in time by the host’s calendar, also as a filter', async () => {
  const filedAfter = async (on: string, today: string) => {
    const meetingId = await aMeeting({ on });
    const { draft } = await draftOf(meetingId);
    await save(meetingId, { ...allPresent(draft), actions: [action(61)] }, 0);
    const onDay = asker('unit-leader', { today: today as CalendarDate });
    const filed = await underTest.commands.execute(new FileProtocol(meetingId, { draftRevision: 1 }, onDay, context()));
    expect(filed).toMatchObject({ id: meetingId });
    return meetingId;
  };
  // Five working days after Tuesday 6 October is Tuesday 13 October.
  const inTime = await filedAfter('2026-10-06', '2026-10-13');
  const late = await filedAfter('2026-10-07', '2026-10-15');
  await underTest.seen();
  const those = async (filedLate: 'true' | 'false') => {
    const filters = { page: 1, size: 10, from: '2026-10-01' as CalendarDate, to: '2026-10-31' as CalendarDate };
    const { items, total } = ProtocolPage.parse(
      await underTest.queries.execute(new ListProtocols({ ...filters, filedLate }, asker('coordinator'))),
    );
    expect(items).toHaveLength(total);
    return items.map((it) => [it.meetingId, it.filedLate]);
  };
  expect(await those('true')).toEqual([[late, true]]);
  expect(await those('false')).toEqual([[inTime, false]]);
});

test('a whole protocol is filed past a saved draft only by one who says they have seen it', async () => {
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

test('drafts that a crash left behind after filing go with the next filing', async () => {
  const [left, next] = [await aMeeting({ on: '2026-11-16' }), await aMeeting({ on: '2026-11-16' })];
  for (const [i, meetingId] of [left, next].entries()) {
    const { draft } = await draftOf(meetingId);
    const protocol = { ...allPresent(draft), actions: [action(70 + i)] };
    await underTest.commands.execute(new FileProtocol(meetingId, protocol, asker(), context()));
    await underTest.seen();
    if (i > 0) break;
    // Simulates a crash between filing and clean-up.
    await underTest.source.query(
      `select set_config('samspill.municipality', '9901', false);
       insert into meetings_protocol_draft values ('${left}', 1, '9901', '{}', '${head}', now())`,
    );
    expect(await count(left)).toBe(1);
  }
  expect(await count(left)).toBe(0);
});

test('a year is proposed, decided, begun, and stands on the board; read models are what a fresh fold gives', async () => {
  const rule = { nth: 2 as const, weekday: 3, startsAt: '12:30' as TimeOfDay };
  const proposal = ProposalAnswer.parse(
    await underTest.queries.execute(new ProposeSchoolYear(otherUnitId, schoolYear, rule, asker('coordinator'))),
  );
  expect(proposal.proposed).toHaveLength(7);
  const decided = await underTest.commands.execute(
    new PlanSchoolYear(otherUnitId, schoolYear, { rule, place: null, force: false }, context()),
  );
  expect(isRefused(decided)).toBe(false);
  const exempt = new ExemptMonth(
    otherUnitId,
    schoolYear,
    { month: '2026-08' as Month, reason: 'ombygging' },
    context(),
  );
  expect(isRefused(await underTest.commands.execute(exempt))).toBe(false);
  await underTest.react();
  await underTest.seen();

  const board = BoardAnswer.parse(
    await underTest.queries.execute(
      new ReadBoard({ page: 1, size: 50, sort: 'needs', schoolYear }, asker('coordinator')),
    ),
  );
  const other = board.items.find((row) => row.unitId === otherUnitId)!;
  expect(other.months.map(({ state }) => state)).toEqual([
    'exempt',
    'missing',
    'missing',
    'unconfirmed',
    ...Array<string>(7).fill('planned'),
    'not-obliged',
  ]);
  expect(other.needs).toBe(3);
  const ofOther = BoardAnswer.parse(
    await underTest.queries.execute(
      new ReadBoard({ page: 1, size: 50, sort: 'name', schoolYear, state: 'exempt' }, asker('coordinator')),
    ),
  );
  // A filter on states leaves the counts of states unchanged.
  expect(ofOther.states).toEqual(board.states);
  expect(ofOther.months[0]).toMatchObject({ coverage: { exempt: 1 }, expected: 0 });
  expect(ofOther.months[1]).toMatchObject({ coverage: { held: 0, obliged: 1 }, expected: 1 });
  const own = BoardAnswer.parse(
    await underTest.queries.execute(new ReadBoard({ page: 1, size: 50, sort: 'name', schoolYear }, asker())),
  );
  expect(own.items.map((row) => row.unitId)).toEqual([unitId]);
  expect(own.items[0]!.months[3]!.state).toBe('filed');

  const page = YearAnswer.parse(
    await underTest.queries.execute(new ReadUnitPage(otherUnitId, undefined, asker('coordinator'))),
  );
  expect(page.nextMeeting).toMatchObject({ on: '2026-12-09' });
  const all = ProposalsAnswer.parse(
    await underTest.queries.execute(
      new ProposeForAll(schoolYear, ProposeForAllBody.parse({ rule }), asker('coordinator')),
    ),
  );
  expect(all.units.find((it) => it.unitId === otherUnitId)!.proposed).toEqual([]);
  const agenda = MeetingPage.parse(
    await underTest.queries.execute(
      new ListMeetings(
        { page: 1, size: 5, unitId: otherUnitId, from: '2027-01-01' as CalendarDate },
        asker('coordinator'),
      ),
    ),
  );
  expect(agenda.total).toBe(6);
  const mine = MeetingPage.parse(
    await underTest.queries.execute(new ListMeetings({ page: 1, size: 50 }, asker('service-member'))),
  );
  expect(mine.items.every(({ unitIds }) => unitIds.includes(unitId))).toBe(true);
  expect(mine.total).toBeGreaterThan(0);
  expect(new Set(await underTest.differences())).toEqual(new Set([0]));
});

test('a meeting said to be held by mistake stands as before, for its month and in its history', async () => {
  const meetingId = await aMeeting({ on: '2026-11-10' });
  accepted(
    await underTest.commands.execute(new HoldMeeting(meetingId, { heldOn: day('2026-11-09') }, asker(), context())),
  );
  const why = { reason: 'ført på feil skole' };
  accepted(await underTest.commands.execute(new RetractHeld(meetingId, why, asker(), context())));
  await underTest.seen();
  const shown = MeetingAnswer.parse(await underTest.queries.execute(new ReadMeeting(meetingId, asker())));
  expect(shown).toMatchObject({ state: 'planned', on: '2026-11-10', reason: 'ført på feil skole' });
  const history = TimelineAnswer.parse(
    await underTest.queries.execute(new ReadTimeline(meetingId, { page: 1, size: 20 }, asker())),
  );
  expect(history.items.at(-1)).toMatchObject({
    what: 'Møtet ble ikke holdt mandag 9. november 2026 likevel; det ble tatt tilbake',
    reason: 'ført på feil skole',
  });
  expect(await cellOf(meetingId)).toMatchObject({ on: '2026-11-10', state: 'planned' });
});

test('a protocol that is declared lost is waited for no longer, and is filed all the same when it is found', async () => {
  const meetingId = await aMeeting({ on: '2026-11-11' });
  accepted(
    await underTest.commands.execute(new HoldMeeting(meetingId, { heldOn: day('2026-11-11') }, asker(), context())),
  );
  const waitsFor = async () => {
    await underTest.seen();
    const filters = { page: 1, size: 100, awaits: 'protocol' as const };
    const { items } = MeetingPage.parse(await underTest.queries.execute(new ListMeetings(filters, asker())));
    return items.some((it) => it.meetingId === meetingId);
  };
  expect(await waitsFor()).toBe(true);
  const lost = new DeclareProtocolLost(meetingId, { reason: 'notatene er borte' }, asker('coordinator'), context());
  accepted(await underTest.commands.execute(lost));
  expect(await waitsFor()).toBe(false);
  expect(await cellOf(meetingId)).toMatchObject({ state: 'lost', filedOn: null });
  const { draft } = await draftOf(meetingId);
  const found = FileProtocolBody.parse({ ...allPresent(draft), actions: [action(81)] });
  accepted(await underTest.commands.execute(new FileProtocol(meetingId, found, asker(), context())));
  await underTest.seen();
  expect(await cellOf(meetingId)).toMatchObject({ state: 'filed', filedOn: '2026-11-18' });
});

const day = (text: string) => text as CalendarDate;
const accepted = (outcome: object) => expect(isRefused(outcome) ? outcome : undefined).toBeUndefined();
async function cellOf(meetingId: MeetingId) {
  const { months } = YearAnswer.parse(await underTest.queries.execute(new ReadUnitPage(unitId, schoolYear, asker())));
  return months.flatMap(({ meetings }) => meetings).find((it) => it.meetingId === meetingId);
}
