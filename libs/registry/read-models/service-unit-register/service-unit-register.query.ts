import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Page, Paging } from '#platform/http';
import { slice } from '../search.js';
import type { ServiceUnitAnswer } from './service-unit-register.dto.js';
import { ServiceUnitRow } from './service-unit-register.entity.js';

export class ListServiceUnits extends Query<Page<ServiceUnitAnswer>> {
  constructor(
    readonly tenant: string,
    readonly paging: Paging,
  ) {
    super();
  }
}

@QueryHandler(ListServiceUnits)
export class ListServiceUnitsHandler implements IQueryHandler<ListServiceUnits> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ tenant, paging }: ListServiceUnits): Promise<Page<ServiceUnitAnswer>> {
    return this.readSide.in(tenant, async (rows) => {
      const found = rows.createQueryBuilder(ServiceUnitRow, 'serviceUnit').where({ tenant });
      found.orderBy('serviceUnit.name').addOrderBy('serviceUnit.serviceUnitId');
      const [items, total] = await slice(found, paging).getManyAndCount();
      return { items: items.map(serviceUnitAnswer), total, ...paging };
    });
  }
}

const serviceUnitAnswer = ({ tenant: _, revision, closures, ...row }: ServiceUnitRow): ServiceUnitAnswer => ({
  ...row,
  closures: [...closures],
  revision: String(revision),
});
