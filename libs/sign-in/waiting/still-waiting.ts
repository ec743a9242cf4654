import { Injectable } from '@nestjs/common';
import { WaitingSignIns } from '../contract/index.js';
import { IdentityStreams } from '../streams/identity.streams.js';
import type { WaitingPersonRow } from './waiting-person.entity.js';
import { WaitingPeople } from './waiting-people.js';

/** Sign-ins that wait for the coordinator's answer. */
@Injectable()
export class StillWaiting extends WaitingSignIns {
  constructor(
    private readonly waiting: WaitingPeople,
    private readonly identities: IdentityStreams,
  ) {
    super();
  }

  /** Without those whose row was left by a crash. Those who asked first come first. */
  async in(tenant: string): Promise<readonly WaitingPersonRow[]> {
    const rows = await this.waiting.all(tenant);
    const states = await Promise.all(rows.map(({ identityId }) => this.identities.load(identityId, tenant)));
    return rows.filter((_, index) => states[index]!.state.status === 'waiting');
  }

  async questions(tenant: string): Promise<readonly string[]> {
    return (await this.in(tenant)).map(({ questionId }) => questionId);
  }
}
