import { Inject, Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { CLOCK, dayOf, isRefused, stableId, type Clock } from '#platform/kernel';
import { Municipalities } from '#registry/contract';
import { SignIns, type Claimed, type SignInState } from '../contract/index.js';
import type { Identity } from '../domain/identity/identity.state.js';
import { ApprovedIdentityRow } from '../read-models/approved-identity/approved-identity.entity.js';
import { IdentityStreams } from '../streams/identity.streams.js';
import { WaitingPeople } from '../waiting/waiting-people.js';

/** Reads and writes the streams of identities that sign in. */
@Injectable()
export class StreamSignIns extends SignIns {
  constructor(
    private readonly identities: IdentityStreams,
    private readonly waiting: WaitingPeople,
    private readonly municipalities: Municipalities,
    private readonly readSide: ReadSide,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async statesOf(identityId: string): Promise<readonly SignInState[]> {
    const served = await this.municipalities.served();
    return Promise.all(
      served.map(async ({ id }) => {
        const { state } = await this.identities.load(identityId, id);
        // After a month or a merger the details of a person who waits are gone, and no coordinator sees them: they may
        // ask again.
        const isForgotten = state.status === 'waiting' && !(await this.waiting.has(id, identityId));
        return isForgotten ? { tenant: id, state: 'unknown' as const } : signInStateOf(id, state);
      }),
    );
  }

  async tenantsOf(tenant: string, personId: string): Promise<readonly string[]> {
    const rows = await this.readSide.in(tenant, (tables) => tables.findBy(ApprovedIdentityRow, { tenant, personId }));
    const states = await Promise.all(rows.map(({ identityId }) => this.statesOf(identityId)));
    const letIn = states.flat().flatMap((it) => (it.state === 'approved' ? [it.tenant] : []));
    return [...new Set(letIn)];
  }

  async ask(tenant: string, identityId: string, claimed: Claimed): Promise<SignInState | undefined> {
    const served = await this.municipalities.served();
    if (!served.some(({ id }) => id === tenant)) return undefined;
    const { state, revision } = await this.identities.load(identityId, tenant);
    if (state.status === 'approved') return signInStateOf(tenant, state);
    await this.waiting.keep(tenant, identityId, claimed);
    // The same question, sent twice, is one command; after an answer it is a new one.
    const commandId = stableId('ask-sign-in', tenant, identityId, String(revision));
    const outcome = await this.identities.run(
      identityId,
      { type: 'AskSignIn', on: dayOf(this.clock.now()) },
      { tenant, actor: 'system:sign-in', commandId, request: commandId, correlationId: commandId },
    );
    if (isRefused(outcome)) await this.waiting.remove(tenant, identityId);
    return signInStateOf(tenant, (await this.identities.load(identityId, tenant)).state);
  }
}

function signInStateOf(tenant: string, state: Identity): SignInState {
  return state.status === 'approved'
    ? { tenant, state: state.status, personId: state.personId }
    : { tenant, state: state.status };
}
