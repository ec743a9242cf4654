import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { CalendarDate } from '#platform/kernel';
import { CompletedActions, type CompletedActionDto } from '../../contract/index.js';
import { ActionRow } from '../action-list/action-list.entity.js';

/** Answers the alerts context from the action list. Actions whose effect has been judged since are included. */
@Injectable()
export class ListedCompletedActions extends CompletedActions {
  constructor(private readonly readSide: ReadSide) {
    super();
  }

  async since(tenant: string, day: CalendarDate): Promise<readonly CompletedActionDto[]> {
    const rows = await this.readSide.in(tenant, (tables) =>
      tables.find(ActionRow, {
        select: { actionId: true, unitIds: true, text: true, endedOn: true },
        where: { tenant, endedOn: MoreThanOrEqual(day), status: In(['completed', 'closed']) },
        order: { endedOn: 'desc', actionId: 'asc' },
      }),
    );
    return rows.map(({ actionId, unitIds, text, endedOn }) => ({ actionId, unitIds, text, completedOn: endedOn! }));
  }
}
