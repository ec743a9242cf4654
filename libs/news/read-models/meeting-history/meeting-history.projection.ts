import type { Recorded } from '#platform/kernel';
import { change, readModel, streamId } from '#platform/projections';
import type { MeetingEvent } from '#meetings/contract';
import type { MeetingMoment } from '../../domain/changed-meeting-news.js';
import { logMomentOf } from '../../domain/log-moment.js';
import { MeetingHistoryRow } from './meeting-history.entity.js';

/** Changes of coming meetings in order. Whom they concern is computed on reading (ADR 0155). */
export const meetingHistory = readModel<MeetingHistoryRow, MeetingEvent>({
  name: 'news-meeting',
  version: 1,
  entity: MeetingHistoryRow,
  on: {
    'meetings.MeetingPlanned': {
      rows: (event) => [streamId(event)],
      fold: (_, event, meetingId) => {
        const { kind, unitIds, urgent, on, startsAt, place, reason } = event.data;
        // Meetings created by a policy follow from a year's plan, which is news itself.
        const tells = event.metadata.causationId === undefined;
        return {
          meetingId,
          tenant: event.tenant,
          kind,
          unitIds,
          urgent,
          moments: [
            { ...logMomentOf(event), what: 'planned', tells, stands: { on, startsAt, place }, reason, calledIds: [] },
          ],
          tells,
          lastDay: on,
        };
      },
    },
    'meetings.MeetingMoved': then(({ data: { to, place, reason } }) => ({
      what: 'moved',
      stands: { on: to.on, startsAt: to.startsAt, place },
      reason,
    })),
    'meetings.MeetingPostponed': then(({ data: { to, reason } }, { stands }) => ({
      what: 'postponed',
      stands: { on: to.on, startsAt: to.startsAt, place: stands?.place ?? null },
      reason,
    })),
    'meetings.MeetingCancelled': then(({ data: { reason } }) => ({ what: 'cancelled', stands: null, reason })),
    'meetings.NoticeGiven': then(({ data: { to } }) => ({ what: 'called', tells: false, calledIds: to })),
    // Its planned day may still be ahead for a person who does not know that it was moved forward.
    'meetings.MeetingHeld': 'ignored',
    // It returns to its state before it was reported as held, which everyone knew.
    'meetings.MeetingHeldRetracted': 'ignored',
    'meetings.ProtocolDeclaredLost': 'ignored',
    'meetings.ProtocolFiled': { rows: (event) => [streamId(event)], fold: () => undefined },
    'meetings.ProtocolCorrected': 'ignored',
  },
});

type LaterEvent = Exclude<MeetingEvent, { readonly type: 'meetings.MeetingPlanned' }>;

/** Adds a moment; missing values stay as they were. */
function then<E extends LaterEvent>(
  what: (event: Recorded<E>, last: MeetingMoment) => Pick<MeetingMoment, 'what'> & Partial<MeetingMoment>,
) {
  return change<E, MeetingHistoryRow>(
    (event) => streamId(event),
    (row, event: Recorded<E>) => {
      const last = row.moments.at(-1)!;
      const { stands, calledIds } = last;
      const moment: MeetingMoment = {
        tells: true,
        stands,
        calledIds,
        reason: null,
        ...logMomentOf(event),
        ...what(event, last),
      };
      const on = moment.stands?.on ?? row.lastDay;
      return {
        ...row,
        moments: [...row.moments, moment],
        tells: row.tells || moment.tells,
        lastDay: on > row.lastDay ? on : row.lastDay,
      };
    },
  );
}
