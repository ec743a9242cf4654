import { expectedAt, type ServiceDuty } from '#meetings/contract';
import type { CalendarDate } from '#platform/kernel';
import { heldMeetings } from '../held-meetings.js';
import { BY_TIME_AND_UNIT, type Case, type Indicator } from '../indicator.js';
import type { KnownFacts } from '../known-facts.js';
import { WITHOUT_PROTOCOL } from '../left-out-meetings.js';

export const indicator: Indicator = {
  id: 12,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Oppmøte per tjeneste', nn: 'Oppmøte per teneste', en: 'Attendance by service' },
  explanation: {
    nb: 'Andelen av møtene tjenesten skulle være med på, der noen fra tjenesten eller en vikar møtte.',
    nn: 'Delen av møta tenesta skulle vere med på, der nokon frå tenesta eller ein vikar møtte.',
    en: 'The share of the meetings at which the service was expected where one of its people or a deputy was present.',
  },
  numerator: {
    nb: 'oppmøter av tjenesten selv eller en vikar',
    nn: 'oppmøte av tenesta sjølv eller ein vikar',
    en: 'attendances by the service itself or a deputy',
  },
  denominator: {
    nb: 'møter tjenesten skulle være med på',
    nn: 'møte tenesta skulle vere med på',
    en: 'meetings at which the service was expected',
  },
  exclusions: {
    nb: 'Møter uten levert protokoll er ikke med. En tjeneste skulle være med når den er pliktig til det, eller står i protokollen.',
    nn: 'Møte utan levert protokoll er ikkje med. Ei teneste skulle vere med når ho har plikt til det, eller står i protokollen.',
    en: 'Meetings without a filed protocol are left out. A service is expected when it must attend, or when the protocol lists it.',
  },
  leftOut: [WITHOUT_PROTOCOL],
  unit: 'per-cent',
  better: 'higher',
  measure: 'share',
  counted: 'organisation',
  by: [...BY_TIME_AND_UNIT, 'service'],
  reads: ['meetings'],
  additive: false,
  asides: [
    {
      key: 'deputy',
      name: { nb: 'oppmøter bare av en vikar', nn: 'oppmøte berre av ein vikar', en: 'attendances by a deputy only' },
      isOutside: false,
      of: 'cases',
    },
  ],
  cases: (facts, period) => {
    const meetings = heldMeetings(facts, period).flatMap(({ meetingId, unitIds, on, protocol }) =>
      protocol ? [{ meetingId, unitIds, heldOn: on, services: protocol.services }] : [],
    );
    const lines = expectedAt(meetings, dutiesOf(facts));
    return [...Map.groupBy(lines, ({ meetingId, serviceId }) => `${meetingId}/${serviceId}`).values()].map(
      ([line, ...others]): Case => ({
        subject: { kind: 'meeting', id: line!.meetingId },
        on: line!.heldOn,
        unitIds: [line!, ...others].map(({ unitId }) => unitId),
        serviceIds: [line!.serviceId],
        counts: line!.how !== 'absent',
        asides: line!.how === 'deputy' ? ['deputy'] : [],
      }),
    );
  },
};

const dutiesOf = (facts: KnownFacts): readonly ServiceDuty[] =>
  facts.once('duties', () => facts.units.flatMap(({ unitId, duties }) => duties.map((duty) => ({ unitId, ...duty }))));
