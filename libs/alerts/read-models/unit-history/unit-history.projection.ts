import { dayOf, monthOf, type DomainEvent, type Recorded } from '#platform/kernel';
import { readModel, streamId, type Fold } from '#platform/projections';
import type { MeetingEvent, SchoolYearEvent } from '#meetings/contract';
import type { FollowUpEvent } from '../../contract/index.js';
import { UnitHistoryRow } from './unit-history.entity.js';

/** History of each unit and its follow-up (R5). */
export const unitHistory = readModel<UnitHistoryRow, MeetingEvent | SchoolYearEvent | FollowUpEvent>({
  name: 'unit-history',
  version: 1,
  entity: UnitHistoryRow,
  on: {
    'meetings.MeetingPlanned': 'ignored',
    'meetings.MeetingMoved': 'ignored',
    'meetings.NoticeGiven': 'ignored',
    'meetings.MeetingPostponed': 'ignored',
    // A meeting may be reported as held again with another day, or be cancelled when it was reported by mistake.
    'meetings.MeetingHeld': {
      rows: (event) => [heldKey(event)],
      fold: (row, event) => row ?? ofMeeting('meeting-held', heldKey(event), event),
    },
    'meetings.MeetingCancelled': { rows: (event) => [heldKey(event)], fold: () => undefined },
    'meetings.MeetingHeldRetracted': { rows: (event) => [heldKey(event)], fold: () => undefined },
    'meetings.ProtocolDeclaredLost': {
      rows: ({ id }) => [id],
      fold: (_, event, id) => ({
        ...ofMeeting('protocol-lost', id, event),
        saidOn: event.data.declaredOn,
        month: monthOf(event.data.heldOn),
        note: event.data.reason,
      }),
    },
    'meetings.ProtocolFiled': {
      rows: (event) => [heldKey(event), filedKey(event)],
      fold: (row, event, key) =>
        row ?? ofMeeting(key === filedKey(event) ? 'protocol-filed' : 'meeting-held', key, event),
    },
    'meetings.ProtocolCorrected': 'ignored',
    'meetings.SchoolYearPlanned': 'ignored',
    'meetings.MonthExempted': once((event) => ({
      kind: 'exempted',
      month: event.data.month,
      note: event.data.reason,
    })),
    'meetings.HourBooked': 'ignored',
    'meetings.HourReleased': 'ignored',
    'meetings.ExemptionWithdrawn': once((event) => ({ kind: 'exemption-withdrawn', month: event.data.month })),
    'alerts.UnitReminded': once(({ data: { about, note, on } }) => ({
      kind: 'reminded',
      saidOn: on,
      month: about.month,
      alertKind: about.kind,
      note,
    })),
    'alerts.CallNoted': once(({ data: { about, withId, note, on } }) => ({
      kind: 'called',
      saidOn: on,
      month: about.month,
      alertKind: about.kind,
      withId,
      note,
    })),
  },
});

const heldKey = (event: Recorded) => `held:${streamId(event)}`;
const filedKey = (event: Recorded) => `filed:${streamId(event)}`;

const origin = ({ position, tenant, metadata: { occurredAt, actor } }: Recorded) => ({
  tenant,
  position,
  saidAt: new Date(occurredAt),
  saidOn: dayOf(new Date(occurredAt)),
  byId: actor.startsWith('system:') ? null : actor,
});
const NOTHING_MORE = { meetingId: null, month: null, alertKind: null, withId: null, note: null };

const ofMeeting = (
  kind: UnitHistoryRow['kind'],
  id: string,
  event: Recorded<DomainEvent<string, { readonly unitIds: readonly string[] }>>,
): UnitHistoryRow => ({
  ...NOTHING_MORE,
  ...origin(event),
  id,
  kind,
  unitId: event.data.unitIds[0]!,
  meetingId: streamId(event),
});

/** Adds a row for an event of one unit that is never changed. */
function once<E extends DomainEvent<string, { readonly unitId: string }>>(
  what: (event: Recorded<E>) => Pick<UnitHistoryRow, 'kind'> & Partial<UnitHistoryRow>,
): Fold<E, UnitHistoryRow> {
  return {
    rows: ({ id }) => [id],
    fold: (_, event, id) => ({ ...NOTHING_MORE, ...origin(event), id, unitId: event.data.unitId, ...what(event) }),
  };
}
