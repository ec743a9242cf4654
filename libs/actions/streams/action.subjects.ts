import { Injectable } from '@nestjs/common';
import { mayReach, type FoundSubject, type SubjectFinder } from '#platform/http';
import type { Asker, Subject } from '#platform/identity';
import type { EarlierReads } from '#platform/streams';
import { MeetingParticipants } from '../read-models/action-meeting/meeting-participants.js';
import type { AgreedAction } from '../domain/action/action.state.js';
import { ActionStreams } from './action.streams.js';

/** The people of an action, from its stream, and the participants of its meeting, from the current protocol. */
@Injectable()
export class ActionSubjects implements SubjectFinder {
  readonly kind = 'action' as const;

  constructor(
    private readonly actions: ActionStreams,
    private readonly meetings: MeetingParticipants,
  ) {}

  async find(tenant: string, actionId: string, reads?: EarlierReads): Promise<FoundSubject | undefined> {
    const { state } = await this.actions.load(actionId, tenant, reads);
    if (state.status === 'not-agreed') return undefined;
    return { ...subjectOf(state), participants: () => this.meetings.of(tenant, state.meetingId) };
  }

  /**
   * True for people who can see the action and the person it is offered to; the decider tells them which rule applies.
   */
  async mayAnswerOffer(asker: Asker, actionId: string, reads?: EarlierReads): Promise<boolean> {
    const { state } = await this.actions.load(actionId, asker.tenant, reads);
    if (state.status === 'open' && state.offer?.to === asker.personId) return true;
    const subject = await this.find(asker.tenant, actionId, reads);
    return subject !== undefined && mayReach(asker, 'action.read', subject);
  }
}

/** The receiver of an open offer is not among the action's people: they may read and answer it, nothing else. */
const subjectOf = ({ unitIds, content: { ownerId, ownerServiceId, contributors } }: AgreedAction): Subject => ({
  unitIds,
  serviceIds: [ownerServiceId, ...contributors.map(({ serviceId }) => serviceId)].flatMap((id) => id ?? []),
  ownerId,
  personIds: [ownerId, ...contributors.map(({ personId }) => personId)].flatMap((id) => id ?? []),
});
