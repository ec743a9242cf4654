import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ReadSide } from '#platform/database';
import { OpenActions, type ActionTextDto, type OpenActionDto } from '../../contract/index.js';
import { ActionRow } from '../action-list/action-list.entity.js';
import { ARE_OPEN } from '../action-list/action-list.filter.js';

/** Answers the meetings context from the action list. */
@Injectable()
export class ListedOpenActions extends OpenActions {
  constructor(private readonly readSide: ReadSide) {
    super();
  }

  async ofUnits(municipality: string, unitIds: readonly string[]): Promise<readonly OpenActionDto[]> {
    if (unitIds.length === 0) return [];
    const rows = await this.readSide.in(municipality, (tables) =>
      tables
        .createQueryBuilder(ActionRow, 'a')
        .where(`a.unitIds ?| :unitIds and ${ARE_OPEN}`, { unitIds })
        .orderBy('a.dueOn')
        .addOrderBy('a.actionId')
        .getMany(),
    );
    return rows.map((row) => ({
      actionId: row.actionId,
      unitIds: row.unitIds,
      text: row.text,
      ownerId: row.ownerId,
      dueOn: row.dueOn,
      followUpOn: row.followUpOn,
    }));
  }

  async texts(municipality: string, actionIds: readonly string[]): Promise<readonly ActionTextDto[]> {
    if (actionIds.length === 0) return [];
    const rows = await this.readSide.in(municipality, (tables) =>
      tables.findBy(ActionRow, { municipality, actionId: In([...actionIds]) }),
    );
    return rows.map(({ actionId, text, ownerId }) => ({ actionId, text, ownerId }));
  }
}
