import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ProblemError } from '#platform/http';
import { isRefused, type CalendarDate, type Month, type TimeOfDay } from '#platform/kernel';
import { otherUnitId, unitId } from './domain/meeting/meeting.examples.js';
import { ExemptMonth } from './features/exempt-month.js';
import { FileProtocol } from './features/file-protocol.js';
import { CorrectProtocol } from './features/correct-protocol.js';
import { GiveNotice } from './features/give-notice.js';
import { PlanMeeting } from './features/plan-meeting.js';
import { PlanSchoolYear } from './features/plan-school-year.js';
import {
  ProposalAnswer,
  ProposalsAnswer,
  ProposeForAllBody,
} from './features/propose-school-year/propose-school-year.dto.js';
import { ProposeForAll, ProposeSchoolYear } from './features/propose-school-year/propose-school-year.query.js';
import { ReadDraft } from './features/read-draft.js';
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
import { action, allPresent, planBody, protocolWriting } from './protocol-writing.examples.js';

jest.setTimeout(30_000);

let underTest: MeetingsUnderTest;
beforeAll(async () => {
  underTest = await openMeetings();
});
afterAll(() => underTest.close());

const { aMeeting, draftOf, save, count } = protocolWriting(() => underTest);

test('a leader may not plan a meeting hosted by another unit', async () => {
  const planning = underTest.commands.execute(
    new PlanMeeting(planBody({ unitIds: [otherUnitId] }), asker(), context()),
  );
  await expect(planning).rejects.toThrow(ProblemError);
});

test('a leader may plan a joint meeting with the guests of the own unit, and not with other units', async () => {
  const joint = (unitIds: readonly string[], role?: 'coordinator') => {
    const changes = { kind: 'joint', on: '2026-12-16', startsAt: role ? '14:00' : '12:30', unitIds };
    return underTest.commands.execute(new PlanMeeting(planBody(changes), asker(role), context()));
  };
  await expect(joint([unitId, otherUnitId])).rejects.toThrow(ProblemError);
  await expect(joint([guestUnitId, unitId])).rejects.toThrow(ProblemError);
  await expect(joint([unitId, guestUnitId])).resolves.toMatchObject({ revision: 0n });
  await expect(joint([unitId, otherUnitId], 'coordinator')).resolves.toMatchObject({ revision: 0n });
});

test('filing a saved draft shows the protocol in all lists and deletes the draft; a correction keeps both versions', async () => {
  const meetingId = await aMeeting({ on: '2026-11-17', startsAt: '10:00' });
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

test('the register marks and filters late filings by the host’s calendar', async () => {
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

test('a proposed school year is planned, its meetings begin and are on the board; read models equal a fresh fold', async () => {
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
  expect(ofOther.months.map(({ coverage: { held, obliged } }) => [held, obliged])).toEqual([
    [0, 0],
    [0, 1],
    [0, 1],
    [0, 1],
    ...Array<number[]>(8).fill([0, 0]),
  ]);
  // November is not over, so the year does not count it yet.
  expect(ofOther.coverage).toEqual({ held: 0, obliged: 2 });
  expect(other.coverage).toEqual({ held: 0, obliged: 2 });
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
