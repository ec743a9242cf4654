import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Page } from '#platform/http';
import { scopeOf, type Asker } from '#platform/identity';
import type { ActionDto } from './action-list.dto.js';
import { actionsWithin, narrow, type ActionListQuery } from './action-list.filter.js';
import { ShownActions } from './action-shown.js';

export class ListActions extends Query<Page<ActionDto>> {
  constructor(
    readonly query: ActionListQuery,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListActions)
export class ListActionsHandler implements IQueryHandler<ListActions> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly actions: ShownActions,
  ) {}

  async execute({ query: { page, size, ...filter }, asker }: ListActions): Promise<Page<ActionDto>> {
    const { tenant, personId, today } = asker;
    const [rows, total] = await this.readSide.in(tenant, (tables) =>
      narrow(actionsWithin(tables, scopeOf(asker, 'action.read')), filter, personId, today)
        .offset((page - 1) * size)
        .limit(size)
        .getManyAndCount(),
    );
    return { items: await this.actions.show(rows, asker), total, page, size };
  }
}
