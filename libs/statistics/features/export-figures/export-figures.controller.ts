import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, asFile, FileRoute } from '#platform/http';
import { Language, type Asker } from '#platform/identity';
import { isRefused } from '#platform/kernel';
import { printPaper } from '#platform/pdf';
import { FiguresQuery } from '../../read-models/figures/figures.dto.js';
import { ReportFigures } from './export-figures.query.js';
import type { FiguresReport } from './figures-report.js';
import { reportCsv } from './report-csv.js';
import { reportPaper } from './report-paper.js';
import { reportWorkbook } from './report-workbook.js';
import { PHRASES } from './report-words.js';

const ExportQuery = FiguresQuery.extend({
  language: Language.optional().describe('Language of the file; left out: that of the answers.'),
});
type ExportQuery = z.infer<typeof ExportQuery>;

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('statistics')
export class ExportFiguresController {
  constructor(private readonly queries: QueryBus) {}

  @FileRoute({
    path: 'figures.csv',
    right: 'statistics.see',
    summary: 'The figures as CSV: semicolons, UTF-8 with a byte order mark, decimal commas in Norwegian.',
    type: 'text/csv',
    problems: ['refused'],
  })
  csv(@Query({ schema: ExportQuery }) query: ExportQuery, @Asked() asker: Asker) {
    return this.file(query, asker, 'csv', CSV, reportCsv);
  }

  @FileRoute({
    path: 'figures.xlsx',
    right: 'statistics.see',
    summary: 'The figures as an XLSX workbook with their definitions.',
    type: XLSX,
    problems: ['refused'],
  })
  workbook(@Query({ schema: ExportQuery }) query: ExportQuery, @Asked() asker: Asker) {
    return this.file(query, asker, 'xlsx', XLSX, reportWorkbook);
  }

  @FileRoute({
    path: 'figures.pdf',
    right: 'statistics.see',
    summary: 'The figures for print: a tagged PDF with chart and table of each, and their definitions.',
    type: 'application/pdf',
    problems: ['refused'],
  })
  paper(@Query({ schema: ExportQuery }) query: ExportQuery, @Asked() asker: Asker) {
    return this.file(query, asker, 'pdf', 'application/pdf', (report) => printPaper(reportPaper(report)));
  }

  private async file(
    { indicators, language, ...filters }: ExportQuery,
    asker: Asker,
    extension: string,
    type: string,
    format: (report: FiguresReport) => Uint8Array | Promise<Uint8Array>,
  ) {
    const numbers = indicators.split(',').map(Number);
    const report = await this.queries.execute(
      new ReportFigures(numbers, filters, language ?? asker.language, asker, extension === 'pdf'),
    );
    if (isRefused(report)) return report;
    return asFile({ name: `${fileName(report)}.${extension}`, type, bytes: await format(report) });
  }
}

/** «Statistikk 2026-2027 per 2026-11-22» */
const fileName = ({ language, period, known: { today } }: FiguresReport): string =>
  `${PHRASES.statistics[language]} ${period.key} per ${today}`;
