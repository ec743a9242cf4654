import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Page } from '#platform/http';
import { may, scopeOf, type Asker } from '#platform/identity';
import { refuse, schoolYearOf, type CalendarDate, type Refused, type SchoolYear } from '#platform/kernel';
import { Directory, isClosedOn } from '#registry/contract';
import { absentInARow, type HowAttended } from '../../contract/attendance.js';
import {
  attendanceAtUnits,
  attendanceOfServices,
  type AttendanceCount,
  type AttendedMeeting,
} from './attendance-figures.js';
import type { AttendanceAnswer, AttendanceFilters } from './attendance.dto.js';
import { AttendanceReader } from './attendance-reader.js';

/** Attendance of the asker's services at the units' meetings, in total and by month. */
export class ReadAttendance extends Query<AttendanceAnswer> {
  constructor(
    readonly schoolYear: SchoolYear | undefined,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadAttendance)
export class ReadAttendanceHandler implements IQueryHandler<ReadAttendance> {
  constructor(
    private readonly attendance: AttendanceReader,
    private readonly directory: Directory,
  ) {}

  async execute({ asker, schoolYear = schoolYearOf(asker.today) }: ReadAttendance): Promise<AttendanceAnswer> {
    const { tenant, today } = asker;
    const scope = scopeOf(asker, 'service-figures.read');
    const isMine = (serviceId: string) => scope.all || scope.serviceIds.includes(serviceId);
    const [facts, services] = await Promise.all([
      this.attendance.year(tenant, schoolYear, today),
      this.directory.services(tenant),
    ]);
    const attendanceOf = attendanceOfServices(facts, schoolYear);
    return {
      schoolYear,
      services: services
        .filter(({ serviceId, closures }) => isMine(serviceId) && !isClosedOn(closures, today))
        .map(({ serviceId, name }) => ({ serviceId, name, ...attendanceOf(serviceId) })),
    };
  }
}

interface UnitAttendance extends AttendanceCount {
  readonly unitId: string;
  readonly name: string | null;
  readonly absentInARow: number;
}

/** Attendance of one service by unit. A service that the asker does not lead is answered as not found. */
export class ListUnitAttendance extends Query<Page<UnitAttendance> | Refused<'NOT_FOUND'>> {
  constructor(
    readonly serviceId: string,
    readonly filters: AttendanceFilters,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListUnitAttendance)
export class ListUnitAttendanceHandler implements IQueryHandler<ListUnitAttendance> {
  constructor(
    private readonly attendance: AttendanceReader,
    private readonly directory: Directory,
  ) {}

  async execute({ serviceId, filters: { page, size, schoolYear }, asker }: ListUnitAttendance) {
    const { tenant, today } = asker;
    if (!may(asker, 'service-figures.read', { serviceIds: [serviceId] })) return refuse('NOT_FOUND');
    const year = schoolYear ?? schoolYearOf(today);
    const [facts, units] = await Promise.all([this.attendance.year(tenant, year, today), this.directory.units(tenant)]);
    const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
    const items = attendanceAtUnits(facts, year, serviceId)
      .map(({ unitId, count, meetings }) => ({
        unitId,
        name: names.get(unitId) ?? null,
        ...count,
        absentInARow: absentInARow(meetings),
      }))
      .sort(worstFirst);
    return { items: items.slice((page - 1) * size, page * size), total: items.length, page, size };
  }
}

interface MeetingAttendance {
  readonly meetingId: string;
  readonly on: CalendarDate;
  readonly how: HowAttended;
}

/** The meetings of a unit at which a service was expected; the asker may read their headers. */
export class ListMeetingAttendance extends Query<Page<MeetingAttendance> | Refused<'NOT_FOUND'>> {
  constructor(
    readonly serviceId: string,
    readonly unitId: string,
    readonly filters: AttendanceFilters,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListMeetingAttendance)
export class ListMeetingAttendanceHandler implements IQueryHandler<ListMeetingAttendance> {
  constructor(private readonly attendance: AttendanceReader) {}

  async execute({ serviceId, unitId, filters: { page, size, schoolYear }, asker }: ListMeetingAttendance) {
    if (!may(asker, 'service-figures.read', { serviceIds: [serviceId] })) return refuse('NOT_FOUND');
    const year = schoolYear ?? schoolYearOf(asker.today);
    const facts = await this.attendance.year(asker.tenant, year, asker.today);
    const atUnit = attendanceAtUnits(facts, year, serviceId).find((it) => it.unitId === unitId);
    const items = [...(atUnit?.meetings ?? [])]
      .sort(latestFirst)
      .map(({ meetingId, heldOn, how }) => ({ meetingId, on: heldOn, how }));
    return { items: items.slice((page - 1) * size, page * size), total: items.length, page, size };
  }
}

const collator = new Intl.Collator('nb');
const shareOf = ({ expected, present, deputy }: AttendanceCount) => (present + deputy) / expected;
const worstFirst = (a: UnitAttendance, b: UnitAttendance) =>
  b.absentInARow - a.absentInARow || shareOf(a) - shareOf(b) || collator.compare(a.name ?? '', b.name ?? '');
const latestFirst = (a: AttendedMeeting, b: AttendedMeeting) =>
  a.heldOn < b.heldOn ? 1 : a.heldOn > b.heldOn ? -1 : 0;
