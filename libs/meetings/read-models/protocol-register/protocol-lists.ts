import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { Paging } from '#platform/http';
import type { CalendarDate } from '#platform/kernel';
import type { MeetingKind } from '../../contract/meeting.events.js';
import type { AgreedAction } from '../../contract/protocol.js';
import type { Deadlines } from '../../facts/filing-deadlines.js';
import type { MeetingReach } from '../meeting-register/meeting-lists.js';
import { MeetingRow } from '../meeting-register/meeting-register.entity.js';
import { ProtocolVersionRow } from '../protocol-versions/protocol-versions.entity.js';
import type { ProtocolFilters } from './protocol.dto.js';
import { ProtocolRow } from './protocol-register.entity.js';

export interface LateFilter {
  readonly filedLate: boolean;
  readonly deadlines: Deadlines;
}
export interface ProtocolRows {
  readonly rows: readonly ProtocolRow[];
  readonly kinds: ReadonlyMap<string, MeetingKind>;
  /** Total number of matches. */
  readonly total: number;
}
/** Most likely values of a unit's new action. */
export interface LastUsed {
  readonly level: AgreedAction['level'] | null;
  readonly category: AgreedAction['category'] | null;
}
type Filters = Omit<ProtocolFilters, 'page' | 'size' | 'filedLate'>;
type Protocols = SelectQueryBuilder<ProtocolRow>;

/** Queries to the protocol register, paged, so that the number of years does not matter. */
@Injectable()
export class ProtocolLists {
  constructor(private readonly readSide: ReadSide) {}

  /**
   * Level and category of the newest action agreed in a filed protocol of one of the units; undefined before the first.
   */
  lastUsed(tenant: string, unitIds: readonly string[]): Promise<LastUsed> {
    return this.readSide.in(tenant, async (manager) => {
      const latest = await manager
        .createQueryBuilder(ProtocolRow, 'p')
        .where('p.tenant = :tenant', { tenant })
        .andWhere('jsonb_exists_any(p.unit_ids, :unitIds)', { unitIds })
        .andWhere('p.actions > 0')
        .orderBy({ 'p.held_on': 'DESC', 'p.meeting_id': 'ASC' })
        .limit(1)
        .getOne();
      const { meetingId, version } = latest ?? {};
      const whole = latest && (await manager.findOneBy(ProtocolVersionRow, { tenant, meetingId, version }));
      const last = whole?.protocol.actions.at(-1);
      return { level: last?.level ?? null, category: last?.category ?? null };
    });
  }

  /** Latest meeting first. */
  page(
    tenant: string,
    reach: MeetingReach,
    filters: Filters,
    late: LateFilter | undefined,
    { page, size }: Paging,
  ): Promise<ProtocolRows> {
    return this.readSide.in(tenant, async (manager) => {
      const query = matching(manager, tenant, reach, filters);
      if (late) whetherLate(query, late, await daysOf(query));
      const [rows, total] = await query
        .orderBy({ 'p.held_on': 'DESC', 'p.meeting_id': 'ASC' })
        .offset((page - 1) * size)
        .limit(size)
        .getManyAndCount();
      const meetings = await manager.find(MeetingRow, {
        select: { meetingId: true, kind: true },
        where: { tenant, meetingId: In(rows.map(({ meetingId }) => meetingId)) },
      });
      return { rows, kinds: new Map(meetings.map(({ meetingId, kind }) => [meetingId, kind])), total };
    });
  }
}

function matching(
  manager: EntityManager,
  tenant: string,
  reach: MeetingReach,
  { unitId, schoolYear, from, to, kind }: Filters,
): Protocols {
  const query = manager.createQueryBuilder(ProtocolRow, 'p').where('p.tenant = :tenant', { tenant });
  const among = (meetings: string) =>
    `p.meeting_id in (select meeting_id from meetings_meeting m where m.tenant = :tenant and ${meetings})`;
  if (!reach.all) {
    const within = ['jsonb_exists_any(p.unit_ids, :unitIds)', among('jsonb_exists_any(m.participant_ids, :us)')];
    query.andWhere(reach.participantIds === null ? within[0]! : `(${within.join(' or ')})`, {
      unitIds: reach.unitIds,
      us: reach.participantIds,
    });
  }
  if (unitId) query.andWhere('jsonb_exists(p.unit_ids, :unitId)', { unitId });
  if (schoolYear) query.andWhere(among('m.school_year = :schoolYear'), { schoolYear });
  if (from) query.andWhere('p.held_on >= :from', { from });
  if (to) query.andWhere('p.held_on <= :to', { to });
  if (kind) query.andWhere(among('m.kind = :kind'), { kind });
  return query;
}

/** Days with a matching meeting: some hundred per year at most. */
const daysOf = async (query: Protocols): Promise<readonly CalendarDate[]> => {
  const rows = await query.clone().select('distinct p.held_on', 'day').getRawMany<{ day: CalendarDate }>();
  return rows.map(({ day }) => day);
};

/**
 * The database does not know the calendars that deadlines are counted by, and deadlines are not stored because settings
 * and calendars change: so the query passes the deadline of every day with a meeting.
 */
function whetherLate(query: Protocols, { filedLate, deadlines }: LateFilter, days: readonly CalendarDate[]): void {
  const deadline = `(select unnest(cast(:days as date[])) as held_on, unnest(cast(:schools as date[])) as school,
    unnest(cast(:kindergartens as date[])) as kindergarten)`;
  query
    .innerJoin(deadline, 'd', 'd.held_on = p.held_on', {
      days,
      schools: days.map((day) => deadlines.dueAt('school', day)),
      kindergartens: days.map((day) => deadlines.dueAt('kindergarten', day)),
    })
    .andWhere(
      `(p.filed_on > case when p.unit_ids ->> 0 = any(:kindergartenIds) then d.kindergarten else d.school end) = :late`,
      { kindergartenIds: deadlines.kindergartenIds, late: filedLate },
    );
}
