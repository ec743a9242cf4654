import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import { refuse, type ActionId, type Refused } from '#platform/kernel';
import { scopeOf, type Asker } from '#platform/identity';
import type { ActionDto } from './action-list.dto.js';
import { actionsWithin } from './action-list.filter.js';
import { ShownActions } from './action-shown.js';

/** An action that the asker may not read is answered as not found. */
export class ReadAction extends Query<ActionDto | Refused<'NOT_FOUND'>> {
  constructor(
    readonly actionId: ActionId,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadAction)
export class ReadActionHandler implements IQueryHandler<ReadAction> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly actions: ShownActions,
  ) {}

  async execute({ actionId, asker }: ReadAction): Promise<ActionDto | Refused<'NOT_FOUND'>> {
    const row = await this.readSide.in(asker.tenant, (tables) =>
      actionsWithin(tables, scopeOf(asker, 'action.read')).andWhere('a.actionId = :actionId', { actionId }).getOne(),
    );
    const [action] = await this.actions.show(row ? [row] : [], asker);
    return action ?? refuse('NOT_FOUND');
  }
}
