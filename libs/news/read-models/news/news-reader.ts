import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { CalendarDate } from '#platform/kernel';
import { Directory } from '#registry/contract';
import { MeetingNews, type KnownOtherwise, type News, type NewsId } from '../../contract/index.js';
import { changedMeeting, meetingNewsId, type MeetingHistory } from '../../domain/changed-meeting-news.js';
import { concernOf, type ConcernFacts } from '../../domain/concern.js';
import { yearPlanNews, planNewsId, type PlanHistory } from '../../domain/year-plan-news.js';
import { HeldRoleRow } from '../held-role/held-role.entity.js';
import { MeetingHistoryRow } from '../meeting-history/meeting-history.entity.js';
import { PlanHistoryRow } from '../plan-history/plan-history.entity.js';
import { SeenNewsRow } from '../seen-news/seen-news.entity.js';
import { seenKey } from '../seen-news/seen-news.projection.js';
import { ServiceLeadRow } from '../service-lead/service-lead.entity.js';
import { UnitTableRow } from '../unit-table/unit-table.entity.js';
import { substitutesOf, type Substitutes } from './substitutes.js';

/** Everything that may be news to someone on a day. */
interface Happened {
  readonly meetings: readonly MeetingHistory[];
  readonly plans: readonly PlanHistory[];
}

/**
 * Combines events with the people they concerned at the time. Events are stored once, not per person, so that planning
 * a year for all units gives as many rows as units.
 */
@Injectable()
export class NewsReader extends MeetingNews {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
  ) {
    super();
  }

  async of(tenant: string, personId: string, today: CalendarDate, known?: KnownOtherwise): Promise<readonly News[]> {
    const substitutes = await substitutesOf(this.directory, tenant, personId);
    return this.readSide.in(tenant, async (tables) => {
      const happened = await happenedUntil(tables, tenant, today);
      if (isNothing(happened)) return [];
      const roles = await tables.findBy(HeldRoleRow, { tenant, personId });
      const facts = await concernIn(tables, tenant, happened, { roles, substitutes });
      return (await newsOf([personId], tables, happened, facts, { today, known })).get(personId) ?? [];
    });
  }

  async ofEveryone(
    tenant: string,
    today: CalendarDate,
    known?: KnownOtherwise,
  ): Promise<ReadonlyMap<string, readonly News[]>> {
    const substitutes = await substitutesOf(this.directory, tenant);
    return this.readSide.in(tenant, async (tables) => {
      const happened = await happenedUntil(tables, tenant, today);
      if (isNothing(happened)) return new Map<string, readonly News[]>();
      const roles = await tables.findBy(HeldRoleRow, { tenant });
      const facts = await concernIn(tables, tenant, happened, { roles, substitutes });
      return newsOf(everyoneIn(facts, happened, substitutes), tables, happened, facts, { today, known });
    });
  }
}

async function happenedUntil(tables: EntityManager, tenant: string, today: CalendarDate): Promise<Happened> {
  const meetings = await tables
    .createQueryBuilder(MeetingHistoryRow, 'm')
    .where('m.tenant = :tenant and m.tells and m.lastDay >= :today', { tenant, today })
    .getMany();
  const plans = await tables.findBy(PlanHistoryRow, { tenant, newsUntil: MoreThanOrEqual(today) });
  return { meetings, plans };
}

const isNothing = ({ meetings, plans }: Happened) => meetings.length === 0 && plans.length === 0;

async function concernIn(
  tables: EntityManager,
  tenant: string,
  { meetings, plans }: Happened,
  { roles, substitutes }: { readonly roles: readonly HeldRoleRow[]; readonly substitutes: Substitutes },
): Promise<ConcernFacts> {
  const unitIds = [
    ...meetings.flatMap((meeting) => meeting.unitIds),
    ...plans.flatMap(({ moments }) => moments.flatMap((moment) => moment.unitIds)),
  ];
  const units = await tables.findBy(UnitTableRow, { tenant, unitId: In([...new Set(unitIds)]) });
  const leads = roles.some(({ role }) => role === 'service-unit-leader')
    ? await tables.findBy(ServiceLeadRow, { tenant })
    : [];
  return {
    roles,
    tables: new Map(units.map((unit) => [unit.unitId, unit])),
    leads: new Map(leads.map(({ serviceId, led }) => [serviceId, led])),
    standsInFor: substitutes.standsInFor,
  };
}

/** Everyone who may be concerned. */
function everyoneIn(
  { roles, tables }: ConcernFacts,
  { meetings }: Happened,
  { substituteIds }: Substitutes,
): readonly string[] {
  const atTables = [...tables.values()].flatMap(({ standing, served }) => [
    ...standing.flatMap(({ personIds }) => personIds),
    ...served.flatMap(({ contactId }) => contactId ?? []),
  ]);
  const called = meetings.flatMap(({ moments }) => moments.flatMap(({ calledIds }) => calledIds));
  return [...new Set([...roles.map(({ personId }) => personId), ...atTables, ...called, ...substituteIds])].toSorted();
}

async function newsOf(
  personIds: readonly string[],
  tables: EntityManager,
  { meetings, plans }: Happened,
  facts: ConcernFacts,
  { today, known }: { readonly today: CalendarDate; readonly known: KnownOtherwise | undefined },
): Promise<ReadonlyMap<string, readonly News[]>> {
  const newsIds: readonly NewsId[] = [
    ...meetings.map(({ meetingId }) => meetingNewsId(meetingId)),
    ...new Set(plans.map(({ schoolYear }) => planNewsId(schoolYear))),
  ];
  const readers = personIds.map((personId) => ({ personId, concerns: concernOf(personId, facts) }));
  const keys = readers.flatMap(({ personId }) => newsIds.map((newsId) => seenKey(personId, newsId)));
  const confirmed = await tables.createQueryBuilder(SeenNewsRow, 's').where('s.seen = any(:keys)', { keys }).getMany();
  const seen = new Map(confirmed.map((row) => [row.seen, row.upTo]));
  return new Map(
    readers.flatMap(({ personId, concerns }) => {
      const reader = {
        personId,
        concerns,
        seen: (newsId: NewsId) => [
          ...(seen.get(seenKey(personId, newsId)) ?? []),
          ...(known?.(personId, newsId) ?? []),
        ],
      };
      const news: News[] = [
        ...meetings.flatMap((meeting) => changedMeeting(meeting, reader, today) ?? []),
        ...yearPlanNews(plans, reader, today),
      ];
      return news.length === 0 ? [] : [[personId, news.toSorted(newestFirst)] as const];
    }),
  );
}

const newestFirst = (a: News, b: News) => (a.position > b.position ? -1 : 1);
