import { Controller, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { answerOrRefuse } from '../imports/import-answer.js';
import { ImportAnswer } from '../imports/import.dto.js';
import { withBody } from '../imports/request-body.js';
import { ImportPeopleQuery, readAnswers } from './import-people.dto.js';
import { PersonImport } from './person-import.js';

/**
 * The file is the body, as for units. The answer repeats nothing of a bad line, since it may hold data that does not
 * belong there.
 */
@Controller('imports/people')
export class ImportPeopleController {
  constructor(private readonly people: PersonImport) {}

  @CommandRoute({
    right: 'registry.manage',
    needsConfirmation: true,
    summary: 'Import people with their roles from a file (JSON, CSV or XLSX) in the body, or preview it.',
    answer: ImportAnswer,
    takesFile: true,
  })
  async handle(
    @Query({ schema: ImportPeopleQuery }) { name, answers, ...options }: ImportPeopleQuery,
    @Req() request: Request,
    @Asked() { tenant, today, language }: Asker,
    @Commanded() { actor, correlationId }: CommandContext,
  ): Promise<ImportAnswer> {
    return withBody(request, async (bytes) => {
      const file = { name, bytes };
      const report = await this.people.run(
        file,
        { ...options, tenant, answers: readAnswers(answers ?? '') },
        { actor, today, correlationId },
      );
      return answerOrRefuse(report, options, language);
    });
  }
}
