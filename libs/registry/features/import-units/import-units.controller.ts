import { Controller, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Asked, Commanded, CommandRoute, RefusedError } from '#platform/http';
import { refuse } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { sentenceFor } from '../imports/bad-line.js';
import { bodyOf } from '../imports/request-body.js';
import { ImportUnitsQuery, MOST_LISTED, UnitImportAnswer } from './import-units.dto.js';
import { UnitImport, type UnitImportReport } from './unit-import.js';

/**
 * The file is the body: `application/octet-stream`, `text/csv`, `application/json` or a workbook's own type. Where bad lines
 * hold an import back it is refused, with the whole report beside; a preview is always answered.
 */
@Controller('imports/units')
export class ImportUnitsController {
  constructor(private readonly units: UnitImport) {}

  @CommandRoute({
    right: 'registry.manage',
    summary: 'Import schools and kindergartens from a file (JSON, CSV or XLSX) in the body, or preview it.',
    answer: UnitImportAnswer,
    takesFile: true,
  })
  async handle(
    @Query({ schema: ImportUnitsQuery }) { name, ...options }: ImportUnitsQuery,
    @Req() request: Request,
    @Asked() { municipality, today, language }: Asker,
    @Commanded() { actor, correlationId }: CommandContext,
  ): Promise<UnitImportAnswer> {
    const file = { name, bytes: await bodyOf(request) };
    const report = await this.units.run([file], { ...options, municipality }, { actor, today, correlationId });
    const answer = answerOf(report, language);
    if (!report.applied && !options.preview) throw new RefusedError(refuse('FILE_HAS_BAD_LINES'), answer);
    return answer;
  }
}

function answerOf(report: UnitImportReport, language: Asker['language']): UnitImportAnswer {
  const { applied, lines, newUnits, changedUnits, unchanged, leftOut, bad, missing } = report;
  const cut = <T>(items: readonly T[]) => items.slice(0, MOST_LISTED);
  return {
    applied,
    lines,
    counts: {
      new: newUnits.length,
      changed: changedUnits.length,
      unchanged,
      leftOut: leftOut.length,
      bad: bad.length,
      missing: missing.length,
    },
    new: cut(newUnits).map(({ unitId, details: { name } }) => ({ unitId, name })),
    changed: cut(changedUnits).map(({ unit: { unitId }, details: { name }, fields }) => ({
      unitId,
      name,
      fields: [...fields],
    })),
    leftOut: cut(leftOut).map(({ line, reason }) => ({ line, reason })),
    bad: cut(bad).map(({ line, rule }) => ({ line, rule, detail: sentenceFor({ rule }, language) })),
    missing: [...cut(missing)],
  };
}
