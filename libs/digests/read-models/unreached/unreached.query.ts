import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Paging } from '#platform/http';
import { reachOf, type Asker } from '#platform/identity';
import type { PersonId } from '#platform/kernel';
import { addressDigest, MailSetup, UnreachablePeople } from '#platform/mail';
import { Directory } from '#registry/contract';
import { unreachedPeople } from '../../domain/unreached/unreached.js';
import type { UnreachedPage } from './unreached.dto.js';

/** People who should get mail and whom it does not reach. */
export class ListUnreached extends Query<UnreachedPage> {
  constructor(
    readonly paging: Paging,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListUnreached)
export class ListUnreachedHandler implements IQueryHandler<ListUnreached> {
  constructor(
    private readonly unreachable: UnreachablePeople,
    private readonly directory: Directory,
    private readonly setup: MailSetup,
  ) {}

  async execute({ paging: { page, size }, asker: { tenant, today } }: ListUnreached): Promise<UnreachedPage> {
    const [people, failing] = await Promise.all([this.directory.people(tenant), this.unreachable.of(tenant)]);
    const unreached = unreachedPeople({
      people,
      failing,
      day: today,
      getsMail: (role) => reachOf('mail.receive', role).length > 0,
      addressDigest,
    });
    return {
      items: unreached.slice((page - 1) * size, page * size).map(({ person, reason, since, status }) => ({
        person: { personId: person.personId as PersonId, name: person.name, title: person.title },
        email: person.email,
        reason,
        since: since?.toISOString() ?? null,
        status,
      })),
      total: unreached.length,
      page,
      size,
      goesOut: 'smtp' in this.setup.way,
      hasInboundPath: this.setup.hasInboundPath,
    };
  }
}
