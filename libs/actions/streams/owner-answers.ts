import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Askers, may } from '#platform/identity';
import { CLOCK, dayOf, isRefused, type Clock, type PersonId, type Refused } from '#platform/kernel';
import { CurrentSettings, DEFAULT_DIGESTS } from '#registry/contract';
import { OwnerAnswers, type AnswerLink, type AnswerStanding, type OwnerAnswer } from '../contract/index.js';
import type { AnswerByLink } from '../domain/action/action.commands.js';
import { ActionStreams } from './action.streams.js';
import { ActionSubjects } from './action.subjects.js';

type Refusal = Exclude<AnswerStanding, 'open'>;

/**
 * Asks the streams, never a read model: the municipality has such links, and the person has the right that reporting
 * needs when one is signed in.
 */
@Injectable()
export class OwnerAnswersAtStreams extends OwnerAnswers {
  constructor(
    private readonly actions: ActionStreams,
    private readonly subjects: ActionSubjects,
    private readonly askers: Askers,
    private readonly settings: CurrentSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async standing(link: AnswerLink): Promise<AnswerStanding> {
    if (!(await this.mayAnswer(link))) return 'over';
    const { state } = await this.actions.load(link.actionId, link.tenant);
    // Whichever the answer will be, the same rules decide.
    const decided = this.actions.decider.decide(this.commandOf(link, 'under-way'), state);
    return isRefused(decided) ? refusalOf(decided) : 'open';
  }

  async answer(link: AnswerLink, answer: OwnerAnswer): Promise<'recorded' | Refusal> {
    if (!(await this.mayAnswer(link))) return 'over';
    // Each press of a button is a command of its own, so that the second is told that the link was used.
    const commandId = randomUUID();
    const outcome = await this.actions.run(link.actionId, this.commandOf(link, answer), {
      tenant: link.tenant,
      actor: link.personId,
      commandId,
      request: commandId,
      correlationId: commandId,
    });
    return isRefused(outcome) ? refusalOf(outcome) : 'recorded';
  }

  private async mayAnswer({ tenant, actionId, personId }: AnswerLink): Promise<boolean> {
    const settings = await this.settings.of(tenant);
    if (!(settings?.digests ?? DEFAULT_DIGESTS).answersByLink) return false;
    const [asker, subject] = await Promise.all([
      this.askers.find(tenant, personId, dayOf(this.clock.now())),
      this.subjects.find(tenant, actionId),
    ]);
    return asker !== undefined && subject !== undefined && may(asker, 'action.report', subject);
  }

  private commandOf({ personId, toldOn, about, day }: AnswerLink, answer: OwnerAnswer): AnswerByLink {
    const on = dayOf(this.clock.now());
    return { type: 'AnswerByLink', by: personId as PersonId, on, answer, toldOn, about, day };
  }
}

const refusalOf = ({ refused }: Refused<string>): Refusal =>
  refused.some(({ rule }) => rule === 'ANSWER_LINK_USED') ? 'used' : 'over';
