import { Entity } from 'typeorm';
import { dayOf, type CalendarDate, type DomainEvent, type Recorded } from '#platform/kernel';
import { readModel } from '#platform/projections';
import { servicesAt, type MeetingEvent, type Protocol } from '#meetings/contract';
import type { ActionCount, MeetingFact, ProtocolFact } from '../contract/facts.js';
import { DatedFactRow, remember, spanOf, type FactRow } from './fact-row.js';

@Entity('statistics_meeting')
export class MeetingFactRow extends DatedFactRow<MeetingFact> {}

/** The days for which it was planned and on which it was held, as far as was known at any time. */
function withDays(row: FactRow<MeetingFact>, before: MeetingFactRow | undefined): MeetingFactRow {
  const { on, plans } = row.fact;
  const earlier = before ? [before.firstOn, before.lastOn!] : [];
  return { ...row, ...spanOf([on, ...plans.flatMap((plan) => plan.on ?? []), ...earlier]) };
}
const fold = remember<MeetingFact, MeetingFactRow>(withDays);

/** Meetings with attendance and protocol, as they were known at each moment. A correction adds a version. */
export const meetingFacts = readModel<MeetingFactRow, MeetingEvent>({
  name: 'statistics-meeting',
  version: 3,
  entity: MeetingFactRow,
  on: {
    'meetings.MeetingPlanned': fold((_, event) => {
      const { meetingId, kind, unitIds, on } = event.data;
      const plannedOn = happenedOn(event);
      const plans = [{ from: plannedOn, on }];
      return { meetingId, kind, unitIds, plannedOn, on, state: 'planned', plans, wasPostponed: false, protocol: null };
    }),
    'meetings.MeetingMoved': changed((meeting, { to }, on) => ({ on: to.on, plans: planned(meeting, on, to.on) })),
    'meetings.MeetingPostponed': changed((meeting, { to }, on) => ({
      on: to.on,
      state: 'postponed',
      plans: planned(meeting, on, to.on),
      wasPostponed: true,
    })),
    'meetings.MeetingCancelled': changed((meeting, _, on) => ({
      state: 'cancelled',
      plans: planned(meeting, on, null),
    })),
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

const happenedOn = ({ metadata }: Pick<Recorded, 'metadata'>) => dayOf(new Date(metadata.occurredAt));

function changed<E extends DomainEvent>(
  how: (meeting: MeetingFact, data: E['data'], on: CalendarDate) => Partial<MeetingFact>,
) {
  return fold<E>((meeting, event) => meeting && { ...meeting, ...how(meeting, event.data, happenedOn(event)) });
}

/** The last decision of a day is valid. */
const planned = ({ plans }: MeetingFact, from: CalendarDate, on: CalendarDate | null): MeetingFact['plans'] => [
  ...plans.filter((plan) => plan.from !== from),
  { from, on },
];

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
        {
          individual: countOf(protocol.actions.filter(({ level }) => level === 'individual')),
          other: countOf(protocol.actions.filter(({ level }) => level !== 'individual')),
        },
      ],
    },
  };
}

const countOf = (actions: Protocol['actions']): ActionCount => ({
  all: actions.length,
  complete: actions.filter(isComplete).length,
});

/** Imported history may hold actions without them, although its shape has them all (R3, R4). */
const isComplete = ({ ownerId, dueOn, followUpOn }: Partial<Protocol['actions'][number]>) =>
  ownerId !== undefined && dueOn !== undefined && followUpOn !== undefined;
