import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Askers, SignIn, type Session } from '#platform/identity';
import { CLOCK, dayOf, MunicipalityNumber, PersonId, type Clock } from '#platform/kernel';
import { Directory } from '#registry/contract';
import { personasOf, type Persona } from './personas.js';

/** The number of the invented municipality that the demo fills; no real one begins with 99. */
export const DEMO_MUNICIPALITY = '9901';

/** What the picker takes as proof: nothing but a choice, and so it is for invented municipalities only. */
export const Choice = z.object({
  personId: PersonId.describe('One of the personas, or anyone else who holds a role in the municipality today.'),
  municipality: MunicipalityNumber.default(MunicipalityNumber.parse(DEMO_MUNICIPALITY)),
});

/**
 * Sign-in of the demo: you are whom you choose to be. Lets nobody into a municipality that is not marked demo, and is
 * not there at all in production (`createApi` refuses to start).
 */
@Injectable()
export class PersonaPicker extends SignIn {
  readonly via = 'persona-picker';

  constructor(
    private readonly directory: Directory,
    private readonly askers: Askers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async prove(proof: unknown): Promise<Session | undefined> {
    const choice = Choice.safeParse(proof);
    if (!choice.success) return undefined;
    const { municipality, personId } = choice.data;
    if (!(await this.isDemo(municipality))) return undefined;
    const asker = await this.askers.find(municipality, personId, this.today());
    return asker && { municipality, personId, via: this.via };
  }

  /** Whom one may choose; nobody in a municipality that is not marked demo. */
  async personas(municipality: string): Promise<readonly Persona[]> {
    if (!(await this.isDemo(municipality))) return [];
    const [people, units, services] = await Promise.all([
      this.directory.people(municipality),
      this.directory.units(municipality),
      this.directory.services(municipality),
    ]);
    return personasOf(people, units, services, this.today());
  }

  private async isDemo(municipality: string): Promise<boolean> {
    return (await this.directory.municipality(municipality))?.demo ?? false;
  }

  private today() {
    return dayOf(this.clock.now());
  }
}
