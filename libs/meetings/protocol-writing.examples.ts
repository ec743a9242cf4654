import { PostgresWorkingTables } from '#platform/database';
import { isRefused, type MeetingId } from '#platform/kernel';
import { type ProtocolDraft } from './domain/draft/protocol-draft.js';
import { anAction, draftAction, unitId } from './domain/meeting/meeting.examples.js';
import { DraftAnswer } from './drafts/draft.dto.js';
import { PlanMeeting, PlanMeetingBody } from './features/plan-meeting.js';
import { ReadDraft } from './features/read-draft.js';
import { SaveDraft } from './features/save-draft.js';
import { asker, context, type MeetingsUnderTest } from './meetings.examples.js';

/** The body of a request to plan a meeting. */
export const planBody = (changes: object = {}) =>
  PlanMeetingBody.parse({ unitIds: [unitId], on: '2026-11-18', startsAt: '12:30', ...changes });

/** The draft with everybody marked as present. */
export const allPresent = (draft: ProtocolDraft): ProtocolDraft => ({
  ...draft,
  participants: draft.participants.map((it) => ({ ...it, attendance: 'present' as const })),
});
/** An action of the protocol that names no service. */
export const action = (n: number) => draftAction({ actionId: anAction(n), ownerServiceId: null });

/** Plans meetings and writes their drafts as the unit's leader does; each meeting has its own hour. */
export function protocolWriting(underTest: () => MeetingsUnderTest) {
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
    const outcome = await underTest().commands.execute(
      new PlanMeeting(planBody({ startsAt, ...changes }), asker(), context()),
    );
    if (isRefused(outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.id as MeetingId;
  }
  async function draftOf(meetingId: MeetingId): Promise<DraftAnswer & { draft: ProtocolDraft }> {
    const answer = await underTest().queries.execute(new ReadDraft(meetingId, asker()));
    if (isRefused(answer)) throw new Error(JSON.stringify(answer));
    return DraftAnswer.parse(answer);
  }
  const save = (meetingId: MeetingId, draft: ProtocolDraft, base: number, role?: 'service-member') =>
    underTest().commands.execute(new SaveDraft(meetingId, draft, asker(role), context({ expected: BigInt(base) })));
  /** Runs SQL on the drafts, as the application may. */
  const inDrafts = <T>(sql: string): Promise<T> =>
    new PostgresWorkingTables(underTest().source).in('9901', (manager) => manager.query<T>(sql));
  const count = async (meetingId: MeetingId) =>
    Number(
      (
        await inDrafts<{ n: number }[]>(
          `select count(*)::int as n from meetings_protocol_draft where meeting_id = '${meetingId}'`,
        )
      )[0]!.n,
    );
  return { aMeeting, draftOf, save, count, inDrafts };
}
