import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, asFile, FileRoute } from '#platform/http';
import { Language, type Asker } from '#platform/identity';
import { isRefused } from '#platform/kernel';
import { printPaper } from '#platform/pdf';
import { periodOf } from '../../contract/index.js';
import { FigureFilters } from '../../read-models/figures/figures.dto.js';
import { PrintStatus } from './print-status.query.js';
import { STATUSES, type StatusKind } from './status-kinds.js';
import { statusPaper } from './status-paper.js';

/** The question about a status of this kind: its period is a half-year, or a school year. */
const questionOf = (kind: StatusKind) =>
  FigureFilters.pick({ unit: true, asOf: true }).extend({
    period: z
      .string()
      .refine((key) => periodOf(key)?.kind === STATUSES[kind].period)
      .optional()
      .describe(
        `A ${STATUSES[kind].period} (${kind === 'half-year-status' ? '2026H2' : '2026-2027'}); left out: the current one.`,
      ),
    language: Language.optional().describe('Language of the document; left out: that of the answers.'),
  });
const HalfYearQuery = questionOf('half-year-status');
const YearQuery = questionOf('annual-evaluation');
type StatusQuery = z.infer<typeof HalfYearQuery>;

/** Documents about a period that are gone through in a meeting: of the municipality, or of a unit. */
@Controller('statistics/documents')
export class PrintStatusController {
  constructor(private readonly queries: QueryBus) {}

  @FileRoute({
    path: 'half-year-status.pdf',
    right: 'statistics.see',
    summary:
      'The half-year status of the municipality or a unit, for print: what became better, plan and held, charts.',
    type: 'application/pdf',
    problems: ['refused'],
  })
  halfYear(@Query({ schema: HalfYearQuery }) query: StatusQuery, @Asked() asker: Asker) {
    return this.print('half-year-status', query, asker);
  }

  @FileRoute({
    path: 'annual-evaluation.pdf',
    right: 'statistics.see',
    summary: 'The evaluation of a school year in June, of the municipality or a unit, for print.',
    type: 'application/pdf',
    problems: ['refused'],
  })
  year(@Query({ schema: YearQuery }) query: StatusQuery, @Asked() asker: Asker) {
    return this.print('annual-evaluation', query, asker);
  }

  private async print(kind: StatusKind, { language, ...question }: StatusQuery, asker: Asker) {
    const report = await this.queries.execute(new PrintStatus(kind, question, language ?? asker.language, asker));
    if (isRefused(report)) return report;
    const paper = statusPaper(report);
    const { filters, period, known } = report.figures;
    const name = `${STATUSES[kind].title[report.figures.language]} ${period.key} ${filters} per ${known.today}.pdf`;
    return asFile({
      name: name.replaceAll(/[/:·]/g, '').replaceAll(/ +/g, ' '),
      type: 'application/pdf',
      bytes: await printPaper(paper),
    });
  }
}
