import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import { scopeOf, type Asker } from '#platform/identity';
import { days, firstDayOfSchoolYear, lastDayOfSchoolYear, schoolYearOf, type SchoolYear } from '#platform/kernel';
import { Directory, isObligedOn, type UnitDto } from '#registry/contract';
import { AGREEMENT_STATES, standingOf, type AgreementState } from '../../domain/agreement/agreement-standing.js';
import { contentOf } from '../../facts/agreement-facts.js';
import { MeetingLists } from '../meeting-register/meeting-lists.js';
import type { AgreementFilters } from './agreement.dto.js';
import { AgreementRow } from './agreement.entity.js';

/** States of the agreements of all units within reach (R22). */
export class ListAgreements extends Query<object> {
  constructor(
    readonly filters: AgreementFilters,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListAgreements)
export class ListAgreementsHandler implements IQueryHandler<ListAgreements> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
    private readonly meetings: MeetingLists,
  ) {}

  async execute({ filters, asker }: ListAgreements) {
    const { tenant, today } = asker;
    const { page, size, state, schoolYear = schoolYearOf(today) } = filters;
    const scope = scopeOf(asker, 'board.read');
    const [units, ofYear, rows] = await Promise.all([
      this.directory.units(tenant),
      this.meetings.ofYear(tenant, schoolYear),
      this.readSide.in(tenant, (manager) => manager.findBy(AgreementRow, { tenant, schoolYear })),
    ]);
    const versionsOf = new Map(rows.map(({ unitId, versions }) => [unitId, versions]));
    const all = units
      .filter((unit) => (scope.all || scope.unitIds.includes(unit.unitId)) && mustMeetIn(unit, schoolYear))
      .map((unit) => {
        const { unitId, name, kind, area } = unit;
        const standing = standingOf(versionsOf.get(unitId) ?? [], contentOf(unit, ofYear), today);
        return { unitId, name, kind, area, state: standing.state, waitsFor: standing.waitsFor, holds: standing.holds };
      });
    const counts = Object.fromEntries(
      AGREEMENT_STATES.map((it) => [it, all.filter((unit) => unit.state === it).length]),
    ) as Record<AgreementState, number>;
    const wanted = all.filter((unit) => state === undefined || unit.state === state);
    return {
      schoolYear,
      counts,
      items: wanted.slice((page - 1) * size, page * size),
      total: wanted.length,
      page,
      size,
    };
  }
}

/** Open and obliged on at least one day of the school year. */
function mustMeetIn(unit: UnitDto, schoolYear: SchoolYear): boolean {
  for (const day of days(firstDayOfSchoolYear(schoolYear), lastDayOfSchoolYear(schoolYear)))
    if (isObligedOn(unit, day)) return true;
  return false;
}
