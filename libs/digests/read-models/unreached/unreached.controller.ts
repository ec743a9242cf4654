import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute, type Paging } from '#platform/http';
import type { Asker } from '#platform/identity';
import { UnreachedPage, UnreachedQuery } from './unreached.dto.js';
import { ListUnreached } from './unreached.query.js';

@Controller('mail/unreached')
export class UnreachedController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'mail.manage',
    answer: UnreachedPage,
    summary: 'People whom mail does not reach: without an address, or undeliverable; for longest first.',
  })
  list(@Query({ schema: UnreachedQuery }) paging: Paging, @Asked() asker: Asker) {
    return this.queries.execute(new ListUnreached(paging, asker));
  }
}
