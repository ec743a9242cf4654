import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { may, type Asker } from '#platform/identity';
import { refuse, schoolYearOf, type SchoolYear } from '#platform/kernel';
import { Directory, isHeld, type UnitDto } from '#registry/contract';
import { BoardReader } from '../board/board-reader.js';
import { coverageOfYear } from '../board/coverage.js';
import { MeetingLists } from '../meeting-register/meeting-lists.js';
import { UnitActions } from './unit-actions.js';

/**
 * A unit's own page: the year as a strip, the next meeting, open actions, standing participants (R1). Not everyone in
 * its meetings may see a unit's figures (workflow § 3.5): teachers and guests from services get the page without them.
 */
export class ReadUnitPage extends Query<object> {
  constructor(
    readonly unitId: string,
    readonly schoolYear: SchoolYear | undefined,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadUnitPage)
export class ReadUnitPageHandler implements IQueryHandler<ReadUnitPage> {
  constructor(
    private readonly board: BoardReader,
    private readonly meetings: MeetingLists,
    private readonly actions: UnitActions,
    private readonly directory: Directory,
  ) {}

  async execute({ unitId, schoolYear, asker }: ReadUnitPage) {
    const { tenant, today } = asker;
    const year = schoolYear ?? schoolYearOf(today);
    // Actions count as children: few of them are shown to those only who may open them (§ 3.7).
    const seesActions = may(asker, 'statistics.read', { unitIds: [unitId] });
    const [unit, { lines, facts }, coming, actions] = await Promise.all([
      this.directory.unit(tenant, unitId),
      this.board.year(tenant, year, today, (it) => it.unitId === unitId),
      this.meetings.next(tenant, unitId, today),
      seesActions ? this.actions.on(today, tenant, unitId) : null,
    ]);
    const line = lines[0];
    if (!unit || !line) return refuse('NOT_FOUND');
    const { hostUnitId, months } = line;
    const seesFigures = may(asker, 'board.read', { unitIds: [unitId] });
    return {
      unitId,
      name: unit.name,
      kind: unit.kind,
      area: unit.area,
      ownership: unit.ownership,
      children: unit.children,
      closures: unit.closures,
      schoolYear: year,
      hostUnitId,
      months,
      coverage: seesFigures ? coverageOfYear(facts, year, { unitIds: [unitId] }) : null,
      nextMeeting: coming && {
        meetingId: coming.meetingId,
        on: coming.day,
        startsAt: coming.startsAt,
        state: coming.state,
        place: coming.place,
      },
      openActions: actions && actions.open,
      overdueActions: actions && actions.overdue,
      may: [
        ...(may(asker, 'unit.manage', { unitIds: [unitId] }) ? (['manage'] as const) : []),
        ...(may(asker, 'meeting.plan', { unitIds: [unitId] }) ? (['plan'] as const) : []),
      ],
      members: await this.members(asker, unit),
      ...(await this.around(asker, unit)),
    };
  }

  /** The unit's leaders, and the services that serve it. */
  private async around({ tenant, today }: Asker, unit: UnitDto) {
    const [people, services] = await Promise.all([this.directory.people(tenant), this.directory.services(tenant)]);
    const nameOf = new Map(people.map(({ personId, name }) => [personId, name]));
    const open = new Map(services.map((it) => [it.serviceId, it]));
    return {
      leaders: (['unit-leader', 'meeting-chair'] as const).flatMap((role) =>
        people
          .filter(({ roles }) => roles.some((it) => it.role === role && it.unitId === unit.unitId && isHeld(it, today)))
          .map(({ personId, name }) => ({ personId, name, role })),
      ),
      services: unit.services.flatMap(({ serviceId, contactId, mustAttend }) => {
        const service = open.get(serviceId);
        if (!service) return [];
        const contactName = contactId === null ? null : (nameOf.get(contactId) ?? null);
        return { serviceId, name: service.name, contactId, contactName, mustAttend };
      }),
    };
  }

  private async members({ tenant, today }: Asker, { standing }: UnitDto) {
    const ids = standing.flatMap(({ personId, deputyId }) => (deputyId === null ? [personId] : [personId, deputyId]));
    const people = new Map((await this.directory.people(tenant, ids)).map((it) => [it.personId, it]));
    return standing.flatMap(({ personId, deputyId }) => {
      const person = people.get(personId);
      if (!person) return [];
      return {
        personId,
        name: person.name,
        title: person.title,
        deputyId,
        deputyName: (deputyId !== null && people.get(deputyId)?.name) || null,
        roles: person.roles
          .filter((role) => isHeld(role, today))
          .map(({ role, unitId, serviceId }) => ({ role, unitId, serviceId })),
      };
    });
  }
}
