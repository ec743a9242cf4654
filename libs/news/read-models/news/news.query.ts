import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { may, type Asker } from '#platform/identity';
import { Directory } from '#registry/contract';
import { MeetingNews, type ChangedMeeting, type PublishedPlan } from '../../contract/index.js';

/** Most units listed by name; more are only counted. */
const UNITS_NAMED = 3;

/** Unconfirmed news of the meeting plan for the asker. */
export class ListNews extends Query<object> {
  constructor(readonly asker: Asker) {
    super();
  }
}

@QueryHandler(ListNews)
export class ListNewsHandler implements IQueryHandler<ListNews> {
  constructor(
    private readonly news: MeetingNews,
    private readonly directory: Directory,
  ) {}

  async execute({ asker }: ListNews) {
    const { tenant, personId, today } = asker;
    const news = await this.news.of(tenant, personId, today);
    if (news.length === 0) return { items: [] };
    const [units, people] = await Promise.all([
      this.directory.units(tenant),
      this.directory.people(
        tenant,
        news.flatMap(({ byIds }) => byIds),
      ),
    ]);
    const unitOf = new Map(units.map((unit) => [unit.unitId, unit]));
    const nameOf = new Map(people.map((person) => [person.personId, person.name]));
    const unitsOf = (unitIds: readonly string[]) =>
      unitIds.map((unitId) => ({ unitId, name: unitOf.get(unitId)?.name ?? unitId }));
    const mayOpen = ({ unitIds, calledIds }: ChangedMeeting) => {
      const standing = unitIds.flatMap((unitId) => unitOf.get(unitId)?.standing ?? []);
      return may(asker, 'meeting.read', {
        unitIds,
        participantIds: [...calledIds, ...standing.map((seat) => seat.personId)],
      });
    };
    const newsOf = ({ newsId, upTo, at, byIds }: ChangedMeeting | PublishedPlan) => ({
      newsId,
      upTo,
      at,
      by: byIds.flatMap((id) => nameOf.get(id) ?? []),
    });
    return {
      items: news.map((item) => {
        if (item.about === 'plan') {
          const { about, schoolYear, unitIds, meetings, only } = item;
          const named = unitsOf(unitIds.slice(0, UNITS_NAMED));
          return { ...newsOf(item), about, schoolYear, units: named, unitCount: unitIds.length, meetings, only };
        }
        const { about, meetingId, kind, urgent, what, before, after, reason, unitIds } = item;
        return {
          ...newsOf(item),
          about,
          meetingId,
          kind,
          urgent,
          what,
          before,
          after,
          reason,
          units: unitsOf(unitIds),
          mayOpen: mayOpen(item),
        };
      }),
    };
  }
}
