import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Page, Paging } from '#platform/http';
import { slice } from '../search.js';
import type { ServiceAnswer } from './service-register.dto.js';
import { ServiceRow } from './service-register.entity.js';

export class ListServices extends Query<Page<ServiceAnswer>> {
  constructor(
    readonly municipality: string,
    readonly paging: Paging,
  ) {
    super();
  }
}

@QueryHandler(ListServices)
export class ListServicesHandler implements IQueryHandler<ListServices> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ municipality, paging }: ListServices): Promise<Page<ServiceAnswer>> {
    return this.readSide.in(municipality, async (rows) => {
      const found = rows.createQueryBuilder(ServiceRow, 'service').where({ municipality });
      found.orderBy('service.name').addOrderBy('service.serviceId');
      const [items, total] = await slice(found, paging).getManyAndCount();
      return { items: items.map(serviceAnswer), total, ...paging };
    });
  }
}

const serviceAnswer = ({ municipality: _, revision, closures, ...row }: ServiceRow): ServiceAnswer => ({
  ...row,
  closures: [...closures],
  revision: String(revision),
});
