import { Injectable } from '@nestjs/common';
import type { FoundSubject, SubjectFinder } from '#platform/http';
import type { EarlierReads } from '#platform/streams';
import { Directory } from '#registry/contract';
import type { Meeting } from '../domain/meeting/meeting.state.js';
import { MeetingStreams } from './meeting.streams.js';

/** Scope of a right about a meeting: its units and all its participants. */
@Injectable()
export class MeetingSubject implements SubjectFinder {
  readonly kind = 'meeting';
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly directory: Directory,
  ) {}

  async find(tenant: string, id: string, reads?: EarlierReads): Promise<FoundSubject | undefined> {
    const { state } = await this.meetings.load(id, tenant, reads);
    if (state.status === 'unplanned') return undefined;
    return {
      unitIds: state.unitIds,
      serviceIds: participantsOf(state).flatMap(({ serviceId }) => serviceId ?? []),
      participantIds: [
        ...participantsOf(state).flatMap(({ personId, deputyId }) => withDeputy(personId, deputyId)),
        ...state.calledIds,
      ],
      participants: () => this.standing(tenant, state.unitIds),
    };
  }

  /** Finds the people who always take part in the meetings of these units, and their deputies. */
  private async standing(tenant: string, unitIds: readonly string[]): Promise<readonly string[]> {
    const units = await Promise.all(unitIds.map((unitId) => this.directory.unit(tenant, unitId)));
    const standing = units.flatMap((unit) => unit?.standing ?? []);
    return standing.flatMap(({ personId, deputyId }) => withDeputy(personId, deputyId));
  }
}

const participantsOf = (meeting: Meeting) => (meeting.status === 'filed' ? meeting.protocol.participants : []);
const withDeputy = (personId: string, deputyId: string | null) =>
  deputyId === null ? [personId] : [personId, deputyId];
