import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Asked, asFile, FileRoute, SchoolYearInPath } from '#platform/http';
import type { Asker } from '#platform/identity';
import { isRefused, UnitId, type SchoolYear } from '#platform/kernel';
import { VersionQuery } from '../../read-models/protocol-register/protocol.dto.js';
import { PrintAgreement } from './print-agreement.query.js';

@Controller('units')
export class PrintAgreementController {
  constructor(private readonly queries: QueryBus) {}

  @FileRoute({
    path: ':unitId/school-years/:schoolYear/agreement.pdf',
    right: 'meeting.read',
    of: 'unit',
    summary:
      'A version of a unit’s agreement as a tagged PDF in the municipality’s language form: the latest, or the one asked for.',
    type: 'application/pdf',
    problems: ['conflict'],
  })
  async print(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('schoolYear', { schema: SchoolYearInPath }) schoolYear: SchoolYear,
    @Query({ schema: VersionQuery }) { version }: z.infer<typeof VersionQuery>,
    @Asked() asker: Asker,
  ) {
    const file = await this.queries.execute(new PrintAgreement(unitId, schoolYear, version, asker));
    return isRefused(file) ? file : asFile({ ...file, type: 'application/pdf' });
  }
}
