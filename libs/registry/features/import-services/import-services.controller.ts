import { Controller, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { answerOrRefuse } from '../imports/import-answer.js';
import { ImportAnswer, ImportQuery } from '../imports/import.dto.js';
import { withBody } from '../imports/request-body.js';
import { ServiceImport } from './service-import.js';

/** The file is the body, as for units. */
@Controller('imports/services')
export class ImportServicesController {
  constructor(private readonly services: ServiceImport) {}

  @CommandRoute({
    right: 'registry.manage',
    summary: 'Import support services and whom they serve from a file (JSON, CSV or XLSX) in the body, or preview it.',
    answer: ImportAnswer,
    takesFile: true,
  })
  async handle(
    @Query({ schema: ImportQuery }) { name, ...options }: ImportQuery,
    @Req() request: Request,
    @Asked() { tenant, today, language }: Asker,
    @Commanded() { actor, correlationId }: CommandContext,
  ): Promise<ImportAnswer> {
    return withBody(request, async (bytes) => {
      const file = { name, bytes };
      const report = await this.services.run(file, { ...options, tenant }, { actor, today, correlationId });
      return answerOrRefuse(report, options, language);
    });
  }
}
