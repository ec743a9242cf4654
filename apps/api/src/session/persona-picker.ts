import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Askers, SignIn, type NewSession } from '#platform/identity';
import { CLOCK, dayOf, MunicipalityNumber, PersonId, type Clock } from '#platform/kernel';
import { Directory } from '#registry/contract';
import { personasOf, type Persona } from './personas.js';

/** Number of the demo's fictional municipality; no real number begins with 99. */
export const DEMO_MUNICIPALITY = '9901';

/** Credentials of the picker: only the chosen person, no proof. Therefore it serves fictional municipalities only. */
export const Choice = z.object({
  personId: PersonId.describe('One of the personas, or anyone else who holds a role in the municipality today.'),
  municipality: MunicipalityNumber.default(MunicipalityNumber.parse(DEMO_MUNICIPALITY)),
});

/**
 * Sign-in for the demo: users choose whom to sign in as. It refuses municipalities that are not marked as demo, and
 * does not exist in production (`createApi` refuses to start).
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

  async prove(proof: unknown): Promise<NewSession | undefined> {
    const choice = Choice.safeParse(proof);
    if (!choice.success) return undefined;
    const { municipality: tenant, personId } = choice.data;
    if (!(await this.isDemo(tenant))) return undefined;
    const asker = await this.askers.find(tenant, personId, this.today());
    return asker && { tenant, personId, via: this.via, authenticatedAt: this.clock.now() };
  }

  /** People that can be chosen; none in a municipality that is not marked as demo. */
  async personas(tenant: string): Promise<readonly Persona[]> {
    if (!(await this.isDemo(tenant))) return [];
    const [people, units, services] = await Promise.all([
      this.directory.people(tenant),
      this.directory.units(tenant),
      this.directory.services(tenant),
    ]);
    return personasOf(people, units, services, this.today());
  }

  private async isDemo(tenant: string): Promise<boolean> {
    return (await this.directory.municipality(tenant))?.demo ?? false;
  }

  private today() {
    return dayOf(this.clock.now());
  }
}
