import type { ServiceAbsenceDto } from '#meetings/contract';
import type { Situation } from '../situation.js';
import { ABSENT_IN_A_ROW } from '../service-needs/service-needs.js';
import { NOTHING_MORE, type AlertCause } from './alert-cause.js';

/** A service that was absent from meetings of a unit in a row. */
export type Absence = Pick<ServiceAbsenceDto, 'serviceId' | 'unitId' | 'times' | 'firstOn' | 'lastOn'>;

/** Services absent twice running; told once for each row of absences, counted from the last of them. */
export const absentServices = (absences: readonly Absence[], situation: Situation): AlertCause[] =>
  absences
    .filter(({ times }) => times >= ABSENT_IN_A_ROW)
    .map(({ serviceId, unitId, firstOn, lastOn }) => ({
      ...NOTHING_MORE,
      id: `service-absent:${serviceId}/${unitId}`,
      kind: 'service-absent',
      subjectId: `${serviceId}/${unitId}`,
      subject: { unitIds: [unitId], serviceIds: [serviceId], personIds: [] },
      meetingOn: lastOn,
      serviceId,
      countedFrom: firstOn,
      age: situation.age(lastOn, [unitId]),
      since: null,
    }));
