import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { SelectQueryBuilder } from 'typeorm';
import { ReadSide } from '#platform/database';
import { scopeOf, type Asker } from '#platform/identity';
import { addDays, weekdayOf } from '#platform/kernel';
import type { ActionRow } from '../action-list/action-list.entity.js';
import {
  actionsWithin,
  ARE_DECLINED,
  ARE_MISSED,
  ARE_OPEN,
  ARE_OVERDUE,
  narrow,
} from '../action-list/action-list.filter.js';
import type { ActionCountsDto, ActionCountsQuery } from './action-counts.dto.js';

/** Counts waiting actions by reason, for the filters of a list. */
export class CountActions extends Query<ActionCountsDto> {
  constructor(
    readonly query: ActionCountsQuery,
    readonly asker: Asker,
  ) {
    super();
  }
}

const COUNTED = {
  open: ARE_OPEN,
  overdue: ARE_OVERDUE,
  thisWeek: 'a.dueOn between :today and :sunday',
  later: 'a.dueOn > :sunday',
  unanswered: `a.status = 'agreed'`,
  declined: ARE_DECLINED,
  followUpMissed: ARE_MISSED,
} as const;

@QueryHandler(CountActions)
export class CountActionsHandler implements IQueryHandler<CountActions> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ query, asker }: CountActions): Promise<ActionCountsDto> {
    const { tenant, personId, today } = asker;
    return this.readSide.in(tenant, async (tables) => {
      const within = () => actionsWithin(tables, scopeOf(asker, 'action.read'));
      const open = narrow(within(), { ...query, status: 'open' }, personId, today).setParameters({
        today,
        sunday: addDays(today, 7 - weekdayOf(today)),
      });
      return {
        ...(await countsIn(open)),
        toJudge: await narrow(within(), { ...query, status: 'completed' }, personId, today).getCount(),
        offeredToMe: await narrow(within(), { offeredTo: 'me' }, personId, today).getCount(),
      };
    });
  }
}

/** Counts the open actions in a single query. */
async function countsIn(open: SelectQueryBuilder<ActionRow>): Promise<Record<keyof typeof COUNTED, number>> {
  const [first, ...others] = Object.entries(COUNTED);
  const count = (condition: string) => `count(*) filter (where ${condition})::int`;
  const counted = open.orderBy().select(count(first![1]), first![0]);
  for (const [name, condition] of others) counted.addSelect(count(condition), name);
  return (await counted.getRawOne<Record<keyof typeof COUNTED, number>>())!;
}
