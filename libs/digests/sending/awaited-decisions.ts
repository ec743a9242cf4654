import { Injectable } from '@nestjs/common';
import type { Dispatch, Moment } from '#platform/mail';
import { isHeld } from '#registry/contract';
import { WaitingSignIns } from '#sign-in/contract';
import { linesOf, signInDecisions, type Decision, type DecisionLine } from '../domain/content/decisions.js';
import type { ReceiversOfDay } from './mail-receivers.js';
import { ToldNews } from './told-news.js';

/** What waits for people's decisions; a mail tells each of those who can decide once. */
@Injectable()
export class AwaitedDecisions {
  constructor(
    private readonly signIns: WaitingSignIns,
    private readonly told: ToldNews,
  ) {}

  /** What nobody has decided, by the people who get mail on the day and can decide it. */
  async of(tenant: string, receivers: ReceiversOfDay): Promise<ReadonlyMap<string, readonly Decision[]>> {
    const signIns = signInDecisions(await this.signIns.questions(tenant));
    if (signIns.length === 0) return new Map();
    const coordinators = receivers.people.filter(
      ({ personId, roles }) =>
        receivers.activePerson(personId) &&
        roles.some((role) => role.role === 'coordinator' && isHeld(role, receivers.day)),
    );
    return new Map(coordinators.map(({ personId }) => [personId, signIns]));
  }

  /** What each of these mails tells of what still waits: nothing that another mail has told its receiver. */
  async take(
    tenant: string,
    mails: readonly Dispatch[],
    receivers: ReceiversOfDay,
    moment: Moment,
  ): Promise<ReadonlyMap<string, readonly DecisionLine[]>> {
    const waiting = await moment.once(this, () => this.of(tenant, receivers));
    const wanted = mails
      .filter(({ personId }) => waiting.has(personId) && receivers.activePerson(personId)?.email)
      .map(({ dispatchId, personId }) => ({ dispatchId, personId, news: waiting.get(personId)! }));
    const taken = await this.told.take(tenant, wanted);
    return new Map([...taken].map(([dispatchId, decisions]) => [dispatchId, linesOf(decisions)]));
  }
}
