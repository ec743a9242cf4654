import { Entity } from 'typeorm';
import { dayOf, type CalendarDate, type DomainEvent } from '#platform/kernel';
import { readModel } from '#platform/projections';
import { servicesAt, type MeetingEvent, type Protocol } from '#meetings/contract';
import type { MeetingFact, ProtocolFact } from '../contract/facts.js';
import { DatedFactRow, remember, type FactRow } from './fact-row.js';

@Entity('statistics_meeting')
export class MeetingFactRow extends DatedFactRow<MeetingFact> {}

/** The days on which it was to be, or was, held, as far as was known at any time. */
function withDays(row: FactRow<MeetingFact>): MeetingFactRow {
  const days = row.versions.map(({ fact }) => fact.on).toSorted();
  return { ...row, firstOn: days[0]!, lastOn: days.at(-1)! };
}
const fold = remember<MeetingFact, MeetingFactRow>(withDays);

/** Meetings with attendance and protocol, as they were known at each moment. A correction adds a version. */
export const meetingFacts = readModel<MeetingFactRow, MeetingEvent>({
  name: 'statistics-meeting',
  version: 1,
  entity: MeetingFactRow,
  on: {
    'meetings.MeetingPlanned': fold((_, { data: { meetingId, kind, unitIds, on }, metadata }) => ({
      meetingId,
      kind,
      unitIds,
      plannedOn: dayOf(new Date(metadata.occurredAt)),
      on,
      state: 'planned',
      wasPostponed: false,
      protocol: null,
    })),
    'meetings.MeetingMoved': changed((_, { to }) => ({ on: to.on })),
    'meetings.MeetingPostponed': changed((_, { to }) => ({ on: to.on, state: 'postponed', wasPostponed: true })),
    'meetings.MeetingCancelled': changed(() => ({ state: 'cancelled' })),
    'meetings.MeetingHeld': changed((_, { heldOn }) => ({ on: heldOn, state: 'held' })),
    'meetings.MeetingHeldRetracted': changed((_, { standsOn, state }) => ({
      on: standsOn,
      state: state === 'called' ? 'planned' : state,
    })),
    'meetings.ProtocolDeclaredLost': changed((_, { heldOn }) => ({ on: heldOn, state: 'lost' })),
    'meetings.ProtocolFiled': changed((_, { protocol, filedOn }) => filed(filedOn, protocol, [])),
    'meetings.ProtocolCorrected': changed((meeting, { protocol, previous }) =>
      filed(previous.filedOn, protocol, meeting.protocol?.versions ?? []),
    ),
    'meetings.NoticeGiven': 'ignored',
  },
});

function changed<E extends DomainEvent>(how: (meeting: MeetingFact, data: E['data']) => Partial<MeetingFact>) {
  return fold<E>((meeting, event) => meeting && { ...meeting, ...how(meeting, event.data) });
}

function filed(
  filedOn: CalendarDate,
  protocol: Protocol,
  earlier: ProtocolFact['versions'],
): Pick<MeetingFact, 'on' | 'state' | 'protocol'> {
  return {
    on: protocol.heldOn,
    state: 'filed',
    protocol: {
      filedOn,
      corrections: earlier.length,
      services: servicesAt(protocol.participants),
      ageBands: Object.fromEntries(
        protocol.matters.flatMap((matter) => (matter.kind === 'anonymous' ? [[matter.matterId, matter.ageBand]] : [])),
      ),
      versions: [
        ...earlier,
        { actions: protocol.actions.length, complete: protocol.actions.filter(isComplete).length },
      ],
    },
  };
}

/** Imported history may hold actions without them, although its shape has them all (R3, R4). */
const isComplete = ({ ownerId, dueOn, followUpOn }: Partial<Protocol['actions'][number]>) =>
  ownerId !== undefined && dueOn !== undefined && followUpOn !== undefined;
