import { Body, Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, CommandRoute, QueryRoute, SchoolYearInPath } from '#platform/http';
import type { Asker } from '#platform/identity';
import { UnitId, type SchoolYear } from '#platform/kernel';
import {
  ProposalAnswer,
  ProposalsAnswer,
  ProposeForAllBody,
  WantedRule,
  wholeRule,
} from './propose-school-year.dto.js';
import { ProposeForAll, ProposeSchoolYear } from './propose-school-year.query.js';

@Controller('units')
export class ProposeSchoolYearController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':unitId/school-years/:schoolYear/proposal',
    right: 'meeting.plan',
    of: 'unit',
    summary: 'What a plan by a rule such as «second Tuesday» would be; free days and collisions are avoided or named.',
    answer: ProposalAnswer,
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('schoolYear', { schema: SchoolYearInPath }) schoolYear: SchoolYear,
    @Query({ schema: WantedRule }) rule: WantedRule,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ProposeSchoolYear(unitId, schoolYear, rule, asker));
  }
}

@Controller('school-years')
export class ProposeForAllController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':schoolYear/proposals',
    right: 'plan.propose',
    summary: 'The proposed plan of every unit at once by one rule, with the collisions between them.',
    answer: ProposalsAnswer,
  })
  byRule(
    @Param('schoolYear', { schema: SchoolYearInPath }) schoolYear: SchoolYear,
    @Query({ schema: WantedRule }) rule: WantedRule,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(
      new ProposeForAll(schoolYear, { rule: wholeRule(rule), rules: [], choices: [] }, asker),
    );
  }

  /** A query that is too large for a URL: rules and choices of every unit. Nothing is changed. */
  @CommandRoute({
    path: ':schoolYear/proposals',
    right: 'plan.propose',
    summary:
      'The same with a rule for single units, and with chosen days instead of the rule’s. Nothing is decided by asking.',
    answer: ProposalsAnswer,
  })
  handle(
    @Param('schoolYear', { schema: SchoolYearInPath }) schoolYear: SchoolYear,
    @Body({ schema: ProposeForAllBody }) body: ProposeForAllBody,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ProposeForAll(schoolYear, body, asker));
  }
}
