import { Injectable } from '@nestjs/common';
import type { SubjectFinder } from '#platform/http';
import type { Subject } from '#platform/identity';
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

  async find(tenant: string, id: string, reads?: EarlierReads): Promise<Subject | undefined> {
    const { state } = await this.meetings.load(id, tenant, reads);
    if (state.status === 'unplanned') return undefined;
    const units = await Promise.all(state.unitIds.map((unitId) => this.directory.unit(tenant, unitId)));
    const standing = units.flatMap((unit) => unit?.standing ?? []);
    return {
      unitIds: state.unitIds,
      serviceIds: participantsOf(state).flatMap(({ serviceId }) => serviceId ?? []),
      participantIds: [
        ...standing.flatMap(({ personId, deputyId }) => withDeputy(personId, deputyId)),
        ...participantsOf(state).flatMap(({ personId, deputyId }) => withDeputy(personId, deputyId)),
        ...state.calledIds,
      ],
    };
  }
}

const participantsOf = (meeting: Meeting) => (meeting.status === 'filed' ? meeting.protocol.participants : []);
const withDeputy = (personId: string, deputyId: string | null) =>
  deputyId === null ? [personId] : [personId, deputyId];
