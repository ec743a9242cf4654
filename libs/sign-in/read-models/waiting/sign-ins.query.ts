import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Asker } from '#platform/identity';
import { dayOf } from '#platform/kernel';
import { Directory, type PersonDto } from '#registry/contract';
import { proposalsFor } from '../../domain/identity/proposals.js';
import { IdentityStreams } from '../../streams/identity.streams.js';
import { WaitingPeople } from '../../waiting/waiting-people.js';
import { ApprovedIdentityRow } from '../approved-identity/approved-identity.entity.js';
import type { SignInsAnswer } from './sign-ins.dto.js';

/** Who waits to be let in, and who signs in as whom. */
export class ListSignIns extends Query<SignInsAnswer> {
  constructor(readonly asker: Asker) {
    super();
  }
}

@QueryHandler(ListSignIns)
export class ListSignInsHandler implements IQueryHandler<ListSignIns> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
    private readonly waiting: WaitingPeople,
    private readonly identities: IdentityStreams,
  ) {}

  async execute({ asker: { tenant, today } }: ListSignIns): Promise<SignInsAnswer> {
    const [rows, approved, people] = await Promise.all([
      this.stillWaiting(tenant),
      this.readSide.in(tenant, (tables) => tables.findBy(ApprovedIdentityRow, { tenant })),
      this.directory.people(tenant),
    ]);
    const personOf = new Map(people.map((person) => [person.personId, person]));
    const known = (personId: string) => shown(personOf.get(personId)!);
    const current = people.filter(({ roles }) => roles.some(({ to }) => to === null || to >= today));
    return {
      waiting: rows.map(({ identityId, name, email, askedAt }) => ({
        identityId,
        name,
        email,
        askedOn: dayOf(askedAt),
        proposals: proposalsFor({ name, email }, current).map(({ personId, likeness }) => ({
          ...known(personId),
          likeness,
        })),
      })),
      approved: approved
        .filter(({ personId }) => personOf.has(personId))
        .map(({ identityId, personId, on }) => ({ identityId, on, ...known(personId) }))
        .sort((a, b) => a.name.localeCompare(b.name, 'nb') || (a.identityId < b.identityId ? -1 : 1)),
    };
  }

  /** Without those whose row was left by a crash. */
  private async stillWaiting(tenant: string) {
    const rows = await this.waiting.all(tenant);
    const states = await Promise.all(rows.map(({ identityId }) => this.identities.load(identityId, tenant)));
    return rows.filter((_, index) => states[index]!.state.status === 'waiting');
  }
}

const shown = ({ personId, name, title }: PersonDto) => ({ personId, name, title });
