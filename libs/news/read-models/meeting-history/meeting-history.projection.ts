import type { Recorded } from '#platform/kernel';
import { change, readModel, streamId } from '#platform/projections';
import type { MeetingEvent } from '#meetings/contract';
import type { MeetingMoment } from '../../domain/changed-meeting.js';
import { momentOf } from '../../domain/moment.js';
import { MeetingHistoryRow } from './meeting-history.entity.js';

/** Changes of meetings that are to come, as they happened. Whom they concern is asked when somebody reads (ADR 0155). */
export const meetingHistory = readModel<MeetingHistoryRow, MeetingEvent>({
  name: 'news-meeting',
  version: 1,
  entity: MeetingHistoryRow,
  on: {
    'meetings.MeetingPlanned': {
      rows: (event) => [streamId(event)],
      fold: (_, event, meetingId) => {
        const { kind, unitIds, urgent, on, startsAt, place, reason } = event.data;
        // What a policy plans follows from a year's plan, and is told as that.
        const tells = event.metadata.causationId === undefined;
        return {
          meetingId,
          municipality: event.metadata.municipality,
          kind,
          unitIds,
          urgent,
          moments: [
            { ...momentOf(event), what: 'planned', tells, stands: { on, startsAt, place }, reason, calledIds: [] },
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
    // The day it was to be may still lie ahead of someone who does not know that it was moved forward.
    'meetings.MeetingHeld': 'ignored',
    // It stands again as everyone knew it before it was said to be held.
    'meetings.MeetingHeldRetracted': 'ignored',
    'meetings.ProtocolDeclaredLost': 'ignored',
    'meetings.ProtocolFiled': { rows: (event) => [streamId(event)], fold: () => undefined },
    'meetings.ProtocolCorrected': 'ignored',
  },
});

type Happening = Exclude<MeetingEvent, { readonly type: 'meetings.MeetingPlanned' }>;

/** One moment more; what is not said stays as it was. */
function then<E extends Happening>(
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
        ...momentOf(event),
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
