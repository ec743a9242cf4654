import { Injectable } from '@nestjs/common';
import type { SubjectFinder } from '#platform/http';
import type { Subject } from '#platform/identity';
import { UnitStreams } from './registry.streams.js';

/** What a right about a unit must reach: the unit itself. */
@Injectable()
export class UnitSubject implements SubjectFinder {
  readonly kind = 'unit';
  constructor(private readonly units: UnitStreams) {}

  async find(municipality: string, id: string): Promise<Subject | undefined> {
    const { state } = await this.units.load(id, municipality);
    return state.status === 'not-registered' ? undefined : { unitIds: [id] };
  }
}
