import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ReadFigureChanges } from './figure-changes.query.js';
import {
  CasesAnswer,
  CasesQuery,
  CatalogueAnswer,
  ChangesAnswer,
  ChangesQuery,
  FigureFilters,
  FiguresAnswer,
  FiguresQuery,
} from './figures.dto.js';
import { ExplainFigure, ReadCatalogue, ReadFigures } from './figures.query.js';

const IndicatorNumber = z.coerce.number().pipe(z.int().min(1).max(99));

@Controller('statistics')
export class StatisticsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'statistics.see',
    answer: CatalogueAnswer,
    summary:
      'Every indicator that you may ask for with its definition, and those that cannot be computed with the reason.',
  })
  catalogue(@Asked() asker: Asker) {
    return this.queries.execute(new ReadCatalogue(asker));
  }

  @QueryRoute({
    path: 'figures',
    right: 'statistics.see',
    answer: FiguresAnswer,
    problems: ['refused'],
    summary: 'Several indicators of a period, whole and divided, as they were known at a moment.',
  })
  figures(@Query({ schema: FiguresQuery }) { indicators, ...filters }: FiguresQuery, @Asked() asker: Asker) {
    return this.queries.execute(new ReadFigures(indicators.split(',').map(Number), filters, asker));
  }

  @QueryRoute({
    path: ':indicator',
    right: 'statistics.see',
    answer: FiguresAnswer,
    problems: ['refused'],
    summary: 'One indicator of a period, whole and divided, as it was known at a moment.',
  })
  figure(
    @Param('indicator', { schema: IndicatorNumber }) indicator: number,
    @Query({ schema: FigureFilters }) filters: FigureFilters,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ReadFigures([indicator], filters, asker));
  }

  @QueryRoute({
    path: ':indicator/cases',
    right: 'statistics.read',
    answer: CasesAnswer,
    summary: 'What a figure is made of: its cases, those that need work first.',
  })
  cases(
    @Param('indicator', { schema: IndicatorNumber }) indicator: number,
    @Query({ schema: CasesQuery }) filters: CasesQuery,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ExplainFigure(indicator, filters, asker));
  }

  @QueryRoute({
    path: ':indicator/changes',
    right: 'statistics.read',
    answer: ChangesAnswer,
    summary: 'What changed a figure from a past moment until now: the cases that came, went or changed.',
  })
  changes(
    @Param('indicator', { schema: IndicatorNumber }) indicator: number,
    @Query({ schema: ChangesQuery }) filters: ChangesQuery,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ReadFigureChanges(indicator, filters, asker));
  }
}
