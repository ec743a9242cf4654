import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { ReadSide } from '#platform/database';
import { addDays, weekdayOf } from '#platform/kernel';
import type { Paging } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ActionRow } from '../action-list/action-list.entity.js';
import { ARE_OPEN } from '../action-list/action-list.filter.js';
import { ShownActions } from '../action-list/action-shown.js';
import type { MyActionsDto } from './my-actions.dto.js';

/** A person's own actions across units (R3); no right is needed, since all of them are their own. */
export class ListMyActions extends Query<z.infer<typeof MyActionsDto>> {
  constructor(
    readonly paging: Paging,
    readonly asker: Asker,
  ) {
    super();
  }
}

const MINE = `a.ownerId = :me and ${ARE_OPEN}`;
/** Every open action of the person is in one of the first three. The week ends on Sunday. */
const GROUPS = {
  overdue: `${MINE} and a.dueOn < :today`,
  thisWeek: `${MINE} and a.dueOn between :today and :sunday`,
  later: `${MINE} and a.dueOn > :sunday`,
  handovers: `a.offeredTo = :me and ${ARE_OPEN}`,
  contributing: `a.contributorIds ? :meText and a.ownerId <> :me and ${ARE_OPEN}`,
  toJudge: `a.ownerId = :me and a.status = 'completed'`,
} as const satisfies Record<keyof z.infer<typeof MyActionsDto>, string>;

@QueryHandler(ListMyActions)
export class ListMyActionsHandler implements IQueryHandler<ListMyActions> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly actions: ShownActions,
  ) {}

  async execute({ paging: { page, size }, asker }: ListMyActions) {
    const { tenant, personId: me, today } = asker;
    const days = { me, meText: me, today, sunday: addDays(today, 7 - weekdayOf(today)) };
    const group = (tables: EntityManager, which: string, order: 'ASC' | 'DESC' = 'ASC') =>
      tables
        .createQueryBuilder(ActionRow, 'a')
        .where(which, days)
        .orderBy(order === 'ASC' ? 'a.dueOn' : 'a.endedOn', order)
        .addOrderBy('a.actionId')
        .offset((page - 1) * size)
        .limit(size)
        .getManyAndCount();
    const found = await this.readSide.in(tenant, async (tables) => ({
      overdue: await group(tables, GROUPS.overdue),
      thisWeek: await group(tables, GROUPS.thisWeek),
      later: await group(tables, GROUPS.later),
      handovers: await group(tables, GROUPS.handovers),
      contributing: await group(tables, GROUPS.contributing),
      toJudge: await group(tables, GROUPS.toJudge, 'DESC'),
    }));
    // Names are read over another connection, so this one is released first.
    const shown = async ([rows, total]: [ActionRow[], number]) => ({
      items: await this.actions.show(rows, asker),
      total,
      page,
      size,
    });
    return {
      overdue: await shown(found.overdue),
      thisWeek: await shown(found.thisWeek),
      later: await shown(found.later),
      handovers: await shown(found.handovers),
      contributing: await shown(found.contributing),
      toJudge: await shown(found.toJudge),
    };
  }
}
