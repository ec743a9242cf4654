import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { ServiceActions, type ServiceActionDto } from '../../contract/index.js';
import { ActionRow } from '../action-list/action-list.entity.js';
import { ARE_OPEN } from '../action-list/action-list.filter.js';

/** Answers the alerts context from the action list. */
@Injectable()
export class ListedServiceActions extends ServiceActions {
  constructor(private readonly readSide: ReadSide) {
    super();
  }

  async openOf(tenant: string, serviceIds: readonly string[]): Promise<readonly ServiceActionDto[]> {
    if (serviceIds.length === 0) return [];
    const rows = await this.readSide.in(tenant, (tables) =>
      tables
        .createQueryBuilder(ActionRow, 'a')
        .select(['a.actionId', 'a.ownerServiceId', 'a.unitIds', 'a.text', 'a.ownerId', 'a.dueOn'])
        .where(`a.tenant = :tenant and a.ownerServiceId = any(:serviceIds::uuid[]) and ${ARE_OPEN}`, {
          tenant,
          serviceIds,
        })
        .orderBy('a.dueOn')
        .addOrderBy('a.actionId')
        .getMany(),
    );
    return rows.map(({ actionId, ownerServiceId, unitIds, text, ownerId, dueOn }) => ({
      actionId,
      serviceId: ownerServiceId!,
      unitIds,
      text,
      ownerId,
      dueOn,
    }));
  }
}
