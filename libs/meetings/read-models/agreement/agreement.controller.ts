import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute, SchoolYearInPath } from '#platform/http';
import type { Asker } from '#platform/identity';
import { UnitId, type SchoolYear } from '#platform/kernel';
import { AgreementAnswer, AgreementFilters, AgreementPage } from './agreement.dto.js';
import { ReadAgreement } from './agreement.query.js';
import { ListAgreements } from './list-agreements.query.js';

@Controller()
export class AgreementController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: 'units/:unitId/school-years/:schoolYear/agreement',
    right: 'meeting.read',
    of: 'unit',
    summary: 'The agreement of a unit’s school year in all versions, and what has changed since the latest.',
    answer: AgreementAnswer,
  })
  one(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('schoolYear', { schema: SchoolYearInPath }) schoolYear: SchoolYear,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ReadAgreement(unitId, schoolYear, asker));
  }

  @QueryRoute({
    path: 'agreements',
    right: 'board.read',
    summary: 'Units that must meet in a school year, and how the agreement of each stands.',
    answer: AgreementPage,
  })
  list(@Query({ schema: AgreementFilters }) filters: AgreementFilters, @Asked() asker: Asker) {
    return this.queries.execute(new ListAgreements(filters, asker));
  }
}
