import { Injectable } from '@nestjs/common';
import type { SubjectFinder } from '#platform/http';
import { may, type Asker, type Subject } from '#platform/identity';
import { MeetingParticipants } from '../read-models/action-meeting/meeting-participants.js';
import type { AgreedAction } from '../domain/action/action.state.js';
import { ActionStreams } from './action.streams.js';

/** Whose an action is, from its stream; who took part in its meeting, from what the protocol says today. */
@Injectable()
export class ActionSubjects implements SubjectFinder {
  readonly kind = 'action' as const;

  constructor(
    private readonly actions: ActionStreams,
    private readonly meetings: MeetingParticipants,
  ) {}

  async find(municipality: string, actionId: string): Promise<Subject | undefined> {
    const { state } = await this.actions.load(actionId, municipality);
    if (state.status === 'not-agreed') return undefined;
    return { ...subjectOf(state), participantIds: await this.meetings.of(municipality, state.meetingId) };
  }

  /** Those who can see the action, and the one it is offered to: they are told by the decider what holds. */
  async mayAnswerOffer(asker: Asker, actionId: string): Promise<boolean> {
    const { state } = await this.actions.load(actionId, asker.municipality);
    if (state.status === 'open' && state.offer?.to === asker.personId) return true;
    const subject = await this.find(asker.municipality, actionId);
    return subject !== undefined && may(asker, 'action.read', subject);
  }
}

/** One to whom it is only offered is not among its people: they may read it and answer, and nothing else. */
const subjectOf = ({ unitIds, content: { ownerId, ownerServiceId, contributors } }: AgreedAction): Subject => ({
  unitIds,
  serviceIds: [ownerServiceId, ...contributors.map(({ serviceId }) => serviceId)].flatMap((id) => id ?? []),
  ownerId,
  personIds: [ownerId, ...contributors.map(({ personId }) => personId)].flatMap((id) => id ?? []),
});
