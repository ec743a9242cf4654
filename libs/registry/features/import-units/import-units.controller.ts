import { Controller, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { answerOrRefuse } from '../imports/import-answer.js';
import { ImportAnswer } from '../imports/import.dto.js';
import { withBody } from '../imports/request-body.js';
import { ImportUnitsQuery } from './import-units.dto.js';
import { UnitImport } from './unit-import.js';
import { unitReport } from './unit-report.js';

/** The file is the body: `application/octet-stream`, `text/csv`, `application/json` or a workbook's own type. */
@Controller('imports/units')
export class ImportUnitsController {
  constructor(private readonly units: UnitImport) {}

  @CommandRoute({
    right: 'registry.manage',
    summary: 'Import schools and kindergartens from a file (JSON, CSV or XLSX) in the body, or preview it.',
    answer: ImportAnswer,
    takesFile: true,
  })
  async handle(
    @Query({ schema: ImportUnitsQuery }) { name, leaveOut, ...rest }: ImportUnitsQuery,
    @Req() request: Request,
    @Asked() { tenant, today, language }: Asker,
    @Commanded() { actor, correlationId }: CommandContext,
  ): Promise<ImportAnswer> {
    return withBody(request, async (bytes) => {
      const file = { name, bytes };
      const options = { ...rest, ...(leaveOut !== undefined && { leaveOut: new Set(leaveOut.split(',')) }) };
      const report = await this.units.run([file], { ...options, tenant }, { actor, today, correlationId });
      return answerOrRefuse(unitReport(report), options, language);
    });
  }
}
