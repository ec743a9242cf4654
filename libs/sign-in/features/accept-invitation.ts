import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, dayOf, isRefused, stableId, type Clock } from '#platform/kernel';
import type { CommandContext, StreamRule } from '#platform/streams';
import { Municipalities } from '#registry/contract';
import {
  Invitations,
  type AcceptedInvitation,
  type InvitationRefusal,
  type LookedAtInvitation,
} from '../contract/index.js';
import type { InvitationRule } from '../domain/invitation/invitation.decider.js';
import { stateOfLink } from '../domain/invitation/invitation.state.js';
import { tokenIn } from '../domain/invitation/invitation-token.js';
import { IdentityStreams } from '../streams/identity.streams.js';
import { InvitationStreams } from '../streams/invitation.streams.js';
import { RoleHolders } from '../streams/role-holders.js';
import { WaitingPeople } from '../waiting/waiting-people.js';
import { digestOf } from './invite-person.js';

/** Invitations, read from and written to the streams of the invited people and of the identities. */
@Injectable()
export class StreamInvitations extends Invitations {
  constructor(
    private readonly invitations: InvitationStreams,
    private readonly identities: IdentityStreams,
    private readonly holders: RoleHolders,
    private readonly waiting: WaitingPeople,
    private readonly municipalities: Municipalities,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async look(text: string): Promise<LookedAtInvitation> {
    const token = tokenIn(text);
    if (!token || !(await this.isServed(token.tenant))) return CLOSED('unknown');
    const { tenant, personId, secret } = token;
    const { state } = await this.invitations.load(personId, tenant);
    const found = stateOfLink(state, digestOf(secret), this.clock.now().toISOString());
    if (found !== 'open' || state.status !== 'open') return CLOSED(found === 'open' ? 'unknown' : found);
    return { state: found, tenant, personId, until: state.until };
  }

  /**
   * The invitation is used up first: it lets in one identity, whatever happens afterwards. After a crash in between, the
   * policy lets the identity in, and so does the same link once more.
   */
  async accept(text: string, identityId: string): Promise<AcceptedInvitation> {
    const token = tokenIn(text);
    if (!token || !(await this.isServed(token.tenant))) return { refusal: 'unknown' };
    const { tenant, personId, secret } = token;
    const now = this.clock.now();
    const on = dayOf(now);
    const commandId = stableId('accept-invitation', tenant, personId, digestOf(secret), identityId);
    const context: CommandContext = {
      tenant,
      actor: 'system:sign-in',
      commandId,
      request: commandId,
      correlationId: commandId,
    };
    const outcome = await this.invitations.run(
      personId,
      async () => ({
        type: 'AcceptInvitation',
        digest: digestOf(secret),
        identityId,
        holdsRole: await this.holders.holdsRole(tenant, personId, on),
        isAnothers: await this.isAnothers(tenant, identityId, personId),
        now: now.toISOString(),
        on,
      }),
      context,
    );
    if (isRefused(outcome)) return { refusal: REFUSALS[outcome.refused[0].rule] ?? 'unknown' };
    const letIn = await this.identities.run(identityId, { type: 'LetInInvited', personId, on }, context);
    // Approved for another person since it was looked at: the invitation is used up, and nobody is let in by it.
    if (isRefused(letIn)) return { refusal: 'another' };
    await this.waiting.remove(tenant, identityId);
    return { tenant, personId };
  }

  private async isAnothers(tenant: string, identityId: string, personId: string): Promise<boolean> {
    const { state } = await this.identities.load(identityId, tenant);
    return state.status === 'approved' && state.personId !== personId;
  }

  private async isServed(tenant: string): Promise<boolean> {
    return (await this.municipalities.served()).some(({ id }) => id === tenant);
  }
}

const CLOSED = (state: LookedAtInvitation['state']): LookedAtInvitation => ({
  state,
  tenant: null,
  personId: null,
  until: null,
});

const REFUSALS: Partial<Readonly<Record<InvitationRule | StreamRule, InvitationRefusal>>> = {
  INVITATION_USED: 'used',
  INVITATION_EXPIRED: 'expired',
  INVITATION_REVOKED: 'revoked',
  PERSON_HOLDS_NO_ROLE: 'without-role',
  SIGN_IN_APPROVED_FOR_ANOTHER: 'another',
};
