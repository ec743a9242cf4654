import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { refuse } from '#platform/kernel';
import { caseChanges, indicatorWith, wholeFigure, type CaseChange } from '../../contract/index.js';
import { FactsReader } from '../../facts/facts-reader.js';
import { answeredFor, askedFor, mayAskFor, narrowed } from './asked-figures.js';
import type { ChangesQuery } from './figures.dto.js';

/** Asks for the cases that changed a figure from a past moment until now. */
export class ReadFigureChanges extends Query<object> {
  constructor(
    readonly indicator: number,
    readonly filters: ChangesQuery,
    readonly asker: Asker,
  ) {
    super();
  }
}

/** Compares the cases as of both moments: an indicator alone decides which facts are in its figure. */
@QueryHandler(ReadFigureChanges)
export class ReadFigureChangesHandler implements IQueryHandler<ReadFigureChanges> {
  constructor(private readonly reader: FactsReader) {}

  async execute({ indicator: id, filters, asker }: ReadFigureChanges) {
    const asked = askedFor(filters, asker);
    if (!asked?.isRaw) return refuse('NOT_FOUND');
    const indicator = indicatorWith(id);
    if (!indicator || !mayAskFor(indicator, asker)) return refuse('INDICATOR_UNKNOWN', String(id));
    const at = async (asOf: Date | undefined) => {
      const known = await this.reader.at(asker.tenant, asked.period, asOf, [indicator]);
      const within = narrowed(asked.filter, filters, known.facts);
      return { known, ...wholeFigure(indicator, known.facts, asked.period, within) };
    };
    const [then, now] = [await at(asked.asOf), await at(undefined)];
    const changes = caseChanges(indicator, then.cases, now.cases);
    const number = (how: CaseChange['how']) => changes.filter((change) => change.how === how).length;
    const { page, size } = filters;
    return {
      ...answeredFor(asked, then.known),
      indicator: id,
      version: indicator.version,
      before: then.figure,
      after: now.figure,
      added: number('added'),
      removed: number('removed'),
      changed: number('changed'),
      items: changes
        .slice((page - 1) * size, page * size)
        .map(({ subject: { kind, id: of }, ...change }) => ({ kind, id: of, ...change })),
      total: changes.length,
      page,
      size,
    };
  }
}
