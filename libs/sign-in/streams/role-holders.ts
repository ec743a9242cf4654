import { Injectable } from '@nestjs/common';
import { Askers } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';
import { Directory } from '#registry/contract';

/** Tells who holds a role: only they may sign in. */
@Injectable()
export class RoleHolders {
  constructor(
    private readonly askers: Askers,
    private readonly directory: Directory,
  ) {}

  /**
   * Whether the person holds a role on the day or later. Roles of the day are read from the person's stream, so that one
   * just given counts at once; later ones from the register.
   */
  async holdsRole(tenant: string, personId: string, on: CalendarDate): Promise<boolean> {
    if (await this.askers.find(tenant, personId, on)) return true;
    const [person] = await this.directory.people(tenant, [personId]);
    return person?.roles.some(({ from, to }) => from > on && (to === null || to >= from)) ?? false;
  }
}
