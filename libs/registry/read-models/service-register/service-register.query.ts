import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Page, Paging } from '#platform/http';
import { slice } from '../search.js';
import type { ServiceAnswer } from './service-register.dto.js';
import { ServiceRow } from './service-register.entity.js';

export class ListServices extends Query<Page<ServiceAnswer>> {
  constructor(
    readonly tenant: string,
    readonly paging: Paging,
  ) {
    super();
  }
}

@QueryHandler(ListServices)
export class ListServicesHandler implements IQueryHandler<ListServices> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ tenant, paging }: ListServices): Promise<Page<ServiceAnswer>> {
    return this.readSide.in(tenant, async (rows) => {
      const found = rows.createQueryBuilder(ServiceRow, 'service').where({ tenant });
      found.orderBy('service.name').addOrderBy('service.serviceId');
      const [items, total] = await slice(found, paging).getManyAndCount();
      return { items: items.map(serviceAnswer), total, ...paging };
    });
  }
}

const serviceAnswer = ({ tenant: _, revision, closures, ...row }: ServiceRow): ServiceAnswer => ({
  ...row,
  closures: [...closures],
  revision: String(revision),
});
