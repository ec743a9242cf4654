import { Entity } from 'typeorm';
import { dayOf, type CalendarDate, type DomainEvent, type Recorded } from '#platform/kernel';
import { readModel, type Fold } from '#platform/projections';
import type { SchoolYearEvent } from '#meetings/contract';
import { closedAfter, reopenedFrom, setFrom, withoutLatest, type Timeline, type UnitEvent } from '#registry/contract';
import type { UnitFact } from '../contract/facts.js';
import { FactRow, remember, withVersion } from './fact-row.js';

@Entity('statistics_unit')
export class UnitFactRow extends FactRow<UnitFact> {}

const fold = remember<UnitFact, UnitFactRow>((row) => row);
const happenedOn = ({ metadata }: Pick<Recorded, 'metadata'>) => dayOf(new Date(metadata.occurredAt));

/** Units with obligation, hosts, closures, children and duties over time, and the months from which they are exempt. */
export const unitFacts = readModel<UnitFactRow, UnitEvent | SchoolYearEvent>({
  name: 'statistics-unit',
  version: 2,
  entity: UnitFactRow,
  on: {
    'registry.UnitRegistered': fold((_, { data: { unitId, obligation, from, children, ...details } }) => ({
      unitId,
      ...details,
      children: [{ from, children }],
      obligations: [{ from, obliged: obligation.obliged }],
      hosts: [],
      closures: [],
      exempt: [],
      duties: [],
    })),
    'registry.UnitDetailsChanged': changed((unit, { children, ...details }, on) => ({
      ...details,
      children:
        unit.children.at(-1)?.children === children ? unit.children : setFrom(unit.children, { from: on, children }),
    })),
    'registry.UnitObligationChanged': changed((unit, { from, obliged }) => ({
      obligations: setFrom(unit.obligations, { from, obliged }),
    })),
    'registry.JointMeetingPlaceSet': changed((unit, entry) => ({
      hosts: setFrom<{ hostUnitId: string | null }>(unit.hosts, entry),
    })),
    'registry.UnitClosed': changed((unit, { on }) => ({ closures: closedAfter(unit.closures, on, null) })),
    'registry.UnitReopened': changed((unit, { on }) => ({ closures: reopenedFrom(unit.closures, on) })),
    'registry.UnitClosureWithdrawn': changed((unit) => ({ closures: withoutLatest(unit.closures) })),
    'registry.ServiceAssigned': changed((unit, { serviceId, mustAttend }, on) => ({
      duties: withDuty(unit.duties, serviceId, { from: on, mustAttend }),
    })),
    'registry.ServiceUnassigned': changed((unit, { serviceId }, on) => ({
      duties: withDuty(unit.duties, serviceId, { from: on, mustAttend: false }),
    })),
    'registry.StandingParticipantsSet': 'ignored',
    'meetings.MonthExempted': exemption((exempt, month) => [...exempt.filter((it) => it !== month), month].toSorted()),
    'meetings.ExemptionWithdrawn': exemption((exempt, month) => exempt.filter((it) => it !== month)),
    'meetings.SchoolYearPlanned': 'ignored',
    'meetings.HourBooked': 'ignored',
    'meetings.HourReleased': 'ignored',
  },
});

function changed<E extends DomainEvent>(how: (unit: UnitFact, data: E['data'], on: CalendarDate) => Partial<UnitFact>) {
  return fold<E>((unit, event) => unit && { ...unit, ...how(unit, event.data, happenedOn(event)) });
}

/** The event is in the stream of the unit's school year, not in the unit's own. */
function exemption<E extends Extract<SchoolYearEvent, { data: { month: string; unitId: string } }>>(
  how: (exempt: UnitFact['exempt'], month: UnitFact['exempt'][number]) => UnitFact['exempt'],
): Fold<E, UnitFactRow> {
  return {
    rows: ({ data }) => [data.unitId],
    fold: (row, event, unitId) => {
      const unit = row?.fact;
      return unit && withVersion(row, event, unitId, { ...unit, exempt: how(unit.exempt, event.data.month) });
    },
  };
}

/** The last event of a day decides for it. */
function withDuty(
  duties: UnitFact['duties'],
  serviceId: string,
  entry: Timeline<{ mustAttend: boolean }>[number],
): UnitFact['duties'] {
  const known = duties.find((duty) => duty.serviceId === serviceId)?.timeline ?? [];
  const timeline = [...known.filter(({ from }) => from !== entry.from), entry];
  return [...duties.filter((duty) => duty.serviceId !== serviceId), { serviceId, timeline }];
}
