import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { isRefused, type CalendarDate, type MeetingId } from '#platform/kernel';
import { unitId } from './domain/meeting/meeting.examples.js';
import { FileProtocol, FileProtocolBody } from './features/file-protocol.js';
import { DeclareProtocolLost } from './features/declare-protocol-lost.js';
import { HoldMeeting } from './features/hold-meeting.js';
import { RetractHeld } from './features/retract-held.js';
import { asker, context, openMeetings, schoolYear, type MeetingsUnderTest } from './meetings.examples.js';
import { YearAnswer } from './read-models/board/board.dto.js';
import { MeetingAnswer, MeetingPage } from './read-models/meeting-register/meeting.dto.js';
import { ListMeetings, ReadMeeting } from './read-models/meeting-register/meeting.query.js';
import { TimelineAnswer } from './read-models/timeline/timeline.controller.js';
import { ReadTimeline } from './read-models/timeline/timeline.query.js';
import { ReadUnitPage } from './read-models/unit-page/unit-page.query.js';
import { action, allPresent, protocolWriting } from './protocol-writing.examples.js';

jest.setTimeout(30_000);

let underTest: MeetingsUnderTest;
beforeAll(async () => {
  underTest = await openMeetings();
});
afterAll(() => underTest.close());

const { aMeeting, draftOf } = protocolWriting(() => underTest);

test('after a mistaken report that a meeting was held is retracted, its month and state are as before, and the history shows both', async () => {
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

test('a protocol declared lost is no longer awaited, and can still be filed', async () => {
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
