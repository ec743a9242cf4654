import { Injectable } from '@nestjs/common';
import type { Dispatch, SharedReadings } from '#platform/mail';
import { WaitingAgreements } from '#meetings/contract';
import { isHeld } from '#registry/contract';
import { WaitingSignIns } from '#sign-in/contract';
import {
  agreementDecision,
  linesOf,
  signInDecisions,
  type Decision,
  type DecisionLine,
} from '../domain/content/decisions.js';
import type { ReceiversOfDay } from './mail-receivers.js';
import { ToldByMail } from './told-by-mail.js';

/** Decisions that wait. A mail tells everybody who can take one of it once. */
@Injectable()
export class AwaitedDecisions {
  constructor(
    private readonly signIns: WaitingSignIns,
    private readonly agreements: WaitingAgreements,
    private readonly told: ToldByMail,
  ) {}

  /** Finds the decisions that wait, by the people who get mail on the day and can take them. */
  async of(tenant: string, receivers: ReceiversOfDay): Promise<ReadonlyMap<string, readonly Decision[]>> {
    const [questions, agreements] = await Promise.all([
      this.signIns.questions(tenant),
      this.agreements.on(tenant, receivers.day),
    ]);
    const signIns = signInDecisions(questions);
    const coordinators = receivers.people
      .filter(({ roles }) => roles.some((role) => role.role === 'coordinator' && isHeld(role, receivers.day)))
      .map(({ personId }) => personId);
    const waiting = [
      ...signIns.flatMap((decision) => coordinators.map((personId) => ({ personId, decision }))),
      ...agreements.flatMap((agreement) =>
        agreement.approverIds.map((personId) => ({ personId, decision: agreementDecision(agreement) })),
      ),
    ].filter(({ personId }) => receivers.activePerson(personId));
    const byPerson = Map.groupBy(waiting, ({ personId }) => personId);
    return new Map([...byPerson].map(([personId, those]) => [personId, those.map(({ decision }) => decision)]));
  }

  /** Finds the lines of each of these mails: decisions that still wait, and that no other mail has told its receiver. */
  async take(
    tenant: string,
    mails: readonly Dispatch[],
    receivers: ReceiversOfDay,
    readings: SharedReadings,
  ): Promise<ReadonlyMap<string, readonly DecisionLine[]>> {
    const waiting = await readings.once(this, () => this.of(tenant, receivers));
    const wanted = mails
      .filter(({ personId }) => waiting.has(personId) && receivers.activePerson(personId)?.email)
      .map(({ dispatchId, personId }) => ({ dispatchId, personId, news: waiting.get(personId)! }));
    const taken = await this.told.take(tenant, wanted);
    return new Map([...taken].map(([dispatchId, decisions]) => [dispatchId, linesOf(decisions)]));
  }
}
