import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ServiceId, UnitId } from '#platform/kernel';
import {
  AttendanceAnswer,
  AttendanceFilters,
  AttendanceYear,
  MeetingAttendancePage,
  UnitAttendancePage,
} from './attendance.dto.js';
import { ListMeetingAttendance, ListUnitAttendance, ReadAttendance } from './attendance.query.js';

@Controller('attendance')
export class AttendanceController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'service-figures.read',
    answer: AttendanceAnswer,
    summary: 'How your services attend the units’ meetings in a school year, and month by month.',
  })
  read(@Query({ schema: AttendanceYear }) { schoolYear }: z.infer<typeof AttendanceYear>, @Asked() asker: Asker) {
    return this.queries.execute(new ReadAttendance(schoolYear, asker));
  }

  @QueryRoute({
    path: ':serviceId',
    right: 'service-figures.read',
    answer: UnitAttendancePage,
    summary: 'How a service attends, unit by unit; where it has been absent most in a row first.',
  })
  units(
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Query({ schema: AttendanceFilters }) filters: AttendanceFilters,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ListUnitAttendance(serviceId, filters, asker));
  }

  @QueryRoute({
    path: ':serviceId/units/:unitId',
    right: 'service-figures.read',
    answer: MeetingAttendancePage,
    summary: 'The meetings of a unit at which a service was expected, the latest first, and how it was there.',
  })
  meetings(
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Query({ schema: AttendanceFilters }) filters: AttendanceFilters,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ListMeetingAttendance(serviceId, unitId, filters, asker));
  }
}
