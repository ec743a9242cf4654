import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MoreThan } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { Asker } from '#platform/identity';
import { CLOCK, dayOf, type Clock } from '#platform/kernel';
import { Directory, type PersonDto } from '#registry/contract';
import { proposalsFor } from '../../domain/identity/proposals.js';
import { EVERYBODY, SignOutStreams } from '../../streams/sign-out.streams.js';
import { StillWaiting } from '../../waiting/still-waiting.js';
import { ApprovedIdentityRow } from '../approved-identity/approved-identity.entity.js';
import { OpenInvitationRow } from '../open-invitation/open-invitation.entity.js';
import type { SignInsAnswer } from './sign-ins.dto.js';

/** People who wait to be let in, people with their sign-ins, and open invitation links. */
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
    private readonly stillWaiting: StillWaiting,
    private readonly signOuts: SignOutStreams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ asker: { tenant, today } }: ListSignIns): Promise<SignInsAnswer> {
    const [rows, approved, invited, people, everybody] = await Promise.all([
      this.stillWaiting.in(tenant),
      this.readSide.in(tenant, (tables) => tables.findBy(ApprovedIdentityRow, { tenant })),
      this.readSide.in(tenant, (tables) =>
        tables.findBy(OpenInvitationRow, { tenant, endsAt: MoreThan(this.clock.now()) }),
      ),
      this.directory.people(tenant),
      this.signOuts.load(EVERYBODY, tenant),
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
      everybodySignedOutOn: everybody.state.everybodyOn,
      invited: invited
        .filter(({ personId }) => personOf.has(personId))
        .map(({ personId, endsAt }) => ({ until: endsAt.toISOString(), ...known(personId) }))
        .sort((a, b) => a.name.localeCompare(b.name, 'nb') || (a.personId < b.personId ? -1 : 1)),
    };
  }
}

const shown = ({ personId, name, title }: PersonDto) => ({ personId, name, title });
