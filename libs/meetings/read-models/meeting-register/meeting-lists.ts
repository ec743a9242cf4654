import { Injectable } from '@nestjs/common';
import { In, Not, Raw, type SelectQueryBuilder } from 'typeorm';
import { ReadSide } from '#platform/database';
import { type Page, type Paging } from '#platform/http';
import type { Scope } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';
import { Directory } from '#registry/contract';
import { UnitMonthRow } from '../unit-month/unit-month.entity.js';
import { MeetingRow } from './meeting-register.entity.js';

export interface MeetingFilter {
  readonly unitId?: string;
  readonly schoolYear?: number;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly state?: MeetingRow['state'];
  readonly kind?: MeetingRow['kind'];
  /** Meetings that this person takes part in, is called to, or is a standing participant of before anyone is called. */
  readonly participant?: { readonly personId: string; readonly standingAtUnitIds: readonly string[] };
  /** Every meeting is one of the two on `today`: to come, or held, filed, or on an earlier day. */
  readonly when?: { readonly is: 'coming' | 'past'; readonly today: CalendarDate };
  /** Meetings that on this day have no protocol and should have begun one; or, `is: false`, all others. */
  readonly awaitsProtocol?: { readonly on: CalendarDate; readonly is: boolean };
  /** The order; oldest first by default. */
  readonly order?: 'oldest' | 'latest';
}

/** Meetings that a list may contain: those of the units, and those of the person. */
export interface MeetingReach {
  readonly all: boolean;
  readonly unitIds: readonly string[];
  /** Null when meetings are not within reach by taking part in them. */
  readonly participantIds: readonly string[] | null;
}

/** Nobody has said that it was held, and its host is exempt that month: nobody is asked about it (workflow § 3.6). */
const IS_LET_OFF = `(m.state <> 'held' and exists (
  select from meetings_unit_month of_host
  where of_host.tenant = m.tenant and of_host.exempt_reason is not null
    and of_host.unit_month = (m.unit_ids ->> 0) || '/' || to_char(m.day, 'YYYY-MM')
))`;

/** The fields of a meeting that a year's plan needs; few, since there are thousands of meetings. */
export type YearMeeting = Pick<
  MeetingRow,
  'meetingId' | 'kind' | 'unitIds' | 'day' | 'startsAt' | 'place' | 'state' | 'revision'
>;

/** Questions to the meeting register. */
@Injectable()
export class MeetingLists {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
  ) {}

  /** Units at which the person is a standing participant or a deputy are within reach of `meeting` too. */
  async reachOf(tenant: string, scope: Scope): Promise<MeetingReach> {
    if (scope.all) return { all: true, unitIds: [], participantIds: null };
    const { participantIds } = scope;
    if (participantIds === undefined) return { all: false, unitIds: scope.unitIds, participantIds: null };
    const units = await this.directory.units(tenant);
    const mine = units.filter(({ standing }) =>
      standing.some(
        ({ personId, deputyId }) =>
          participantIds.includes(personId) || (deputyId !== null && participantIds.includes(deputyId)),
      ),
    );
    return { all: false, unitIds: [...scope.unitIds, ...mine.map(({ unitId }) => unitId)], participantIds };
  }

  /** The units with the person as standing participant, deputies not counted. */
  async standingUnitsOf(tenant: string, personId: string): Promise<readonly string[]> {
    const units = await this.directory.units(tenant);
    return units.flatMap(({ unitId, standing }) => (standing.some((it) => it.personId === personId) ? [unitId] : []));
  }

  /** The day of the first meeting of one of the units after `day` that was held since, or stands planned. */
  async nextDay(tenant: string, unitIds: readonly string[], day: CalendarDate): Promise<CalendarDate | null> {
    const row = await this.first(tenant, unitIds, (query) =>
      query.andWhere("m.day > :day and m.state <> 'cancelled'", { day }),
    );
    return row?.day ?? null;
  }

  /** The unit's next meeting, today's included. */
  next(tenant: string, unitId: string, today: CalendarDate): Promise<MeetingRow | null> {
    return this.first(tenant, [unitId], (query) =>
      query.andWhere("m.day >= :today and m.state in ('planned', 'called', 'postponed')", { today }),
    );
  }

  private first(
    tenant: string,
    unitIds: readonly string[],
    within: (query: SelectQueryBuilder<MeetingRow>) => SelectQueryBuilder<MeetingRow>,
  ): Promise<MeetingRow | null> {
    return this.readSide.in(tenant, (manager) =>
      within(
        manager
          .createQueryBuilder(MeetingRow, 'm')
          .where('m.tenant = :tenant', { tenant })
          .andWhere('jsonb_exists_any(m.unit_ids, :unitIds)', { unitIds }),
      )
        .orderBy({ 'm.day': 'ASC', 'm.starts_at': 'ASC' })
        .limit(1)
        .getOne(),
    );
  }

  /** Meetings of one of the units on those days that are not cancelled. */
  onDays(tenant: string, unitIds: readonly string[], days: readonly CalendarDate[]): Promise<MeetingRow[]> {
    if (days.length === 0) return Promise.resolve([]);
    return this.readSide.in(tenant, (manager) =>
      manager
        .createQueryBuilder(MeetingRow, 'm')
        .where({ tenant, day: In([...new Set(days)]), state: Not('cancelled') })
        .andWhere('jsonb_exists_any(m.unit_ids, :unitIds)', { unitIds })
        .getMany(),
    );
  }

  /** Every meeting of a school year that is not cancelled; with a unit, those of that unit. */
  ofYear(tenant: string, schoolYear: number, unitId?: string): Promise<YearMeeting[]> {
    return this.readSide.in(tenant, (manager) =>
      manager.find(MeetingRow, {
        select: {
          meetingId: true,
          kind: true,
          unitIds: true,
          day: true,
          startsAt: true,
          place: true,
          state: true,
          revision: true,
        },
        where: {
          tenant,
          schoolYear,
          state: Not('cancelled'),
          ...(unitId !== undefined && { unitIds: Raw((column) => `jsonb_exists(${column}, :unitId)`, { unitId }) }),
        },
      }),
    );
  }

  /** Months of every unit in a school year, with their meetings and exemptions. */
  monthsOf(tenant: string, schoolYear: number): Promise<UnitMonthRow[]> {
    return this.readSide.in(tenant, (manager) => manager.findBy(UnitMonthRow, { tenant, schoolYear }));
  }

  async one(tenant: string, meetingId: string): Promise<MeetingRow | undefined> {
    const row = await this.readSide.in(tenant, (manager) => manager.findOneBy(MeetingRow, { tenant, meetingId }));
    return row ?? undefined;
  }

  /** Meetings within reach. */
  list(tenant: string, reach: MeetingReach, filter: MeetingFilter, { page, size }: Paging): Promise<Page<MeetingRow>> {
    return this.readSide.in(tenant, async (manager) => {
      const query = manager.createQueryBuilder(MeetingRow, 'm').where('m.tenant = :tenant', { tenant });
      if (!reach.all) {
        // jsonb_exists_any is what `?|` calls; the operator's own sign is a parameter to the query builder.
        const within = ['jsonb_exists_any(m.unit_ids, :unitIds)', 'jsonb_exists_any(m.participant_ids, :us)'];
        query.andWhere(reach.participantIds === null ? within[0]! : `(${within.join(' or ')})`, {
          unitIds: reach.unitIds,
          us: reach.participantIds,
        });
      }
      if (filter.unitId) query.andWhere('jsonb_exists(m.unit_ids, :unitId)', { unitId: filter.unitId });
      if (filter.participant)
        query.andWhere(
          `(jsonb_exists(m.participant_ids, :who)
            or jsonb_exists_any(m.unit_ids, :seats) and m.called_ids = '[]' and m.state in ('planned', 'postponed'))`,
          { who: filter.participant.personId, seats: filter.participant.standingAtUnitIds },
        );
      if (filter.when) {
        const coming = "m.day >= :today and m.state not in ('held', 'filed')";
        query.andWhere(filter.when.is === 'coming' ? coming : `not (${coming})`, { today: filter.when.today });
      }
      if (filter.schoolYear) query.andWhere('m.school_year = :year', { year: filter.schoolYear });
      if (filter.from) query.andWhere('m.day >= :from', { from: filter.from });
      if (filter.to) query.andWhere('m.day <= :to', { to: filter.to });
      if (filter.state) query.andWhere('m.state = :state', { state: filter.state });
      if (filter.awaitsProtocol) {
        const awaits = `m.day <= :on and m.state not in ('filed', 'cancelled', 'lost') and not ${IS_LET_OFF}`;
        query.andWhere(filter.awaitsProtocol.is ? awaits : `not (${awaits})`, { on: filter.awaitsProtocol.on });
      }
      if (filter.kind) query.andWhere('m.kind = :kind', { kind: filter.kind });
      const direction = filter.order === 'latest' ? 'DESC' : 'ASC';
      const [items, total] = await query
        .orderBy({ 'm.day': direction, 'm.starts_at': direction, 'm.meeting_id': 'ASC' })
        .offset((page - 1) * size)
        .limit(size)
        .getManyAndCount();
      return { items, total, page, size };
    });
  }
}
