import { Injectable } from '@nestjs/common';
import type { SubjectFinder } from '#platform/http';
import type { Subject } from '#platform/identity';
import type { EarlierReads } from '#platform/streams';
import { UnitStreams } from './registry.streams.js';

/**
 * Scope of a right about a unit: the unit itself, or its standing participants. These and their deputies have access to
 * its meetings, as in the lists of meetings; a service does not get access by serving the unit (ADR 0033).
 */
@Injectable()
export class UnitSubject implements SubjectFinder {
  readonly kind = 'unit';
  constructor(private readonly units: UnitStreams) {}

  async find(tenant: string, id: string, reads?: EarlierReads): Promise<Subject | undefined> {
    const { state } = await (reads ? this.units.load(id, tenant, reads) : this.units.current(id, tenant));
    if (state.status === 'not-registered') return undefined;
    const atTable = state.standing.flatMap(({ personId, deputyId }) =>
      deputyId === null ? [personId] : [personId, deputyId],
    );
    return { unitIds: [id], participantIds: atTable };
  }
}
