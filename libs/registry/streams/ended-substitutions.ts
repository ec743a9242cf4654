import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, dayOf, type CalendarDate, type Clock, type PersonId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { Directory, type HeldRole } from '../contract/index.js';
import type { EndRole, RevokeRole } from '../domain/person/person.commands.js';
import { isSameRole, overlaps } from '../domain/person/role-place.js';
import { PersonStreams } from './registry.streams.js';

/**
 * Ends substitutions that would last longer than the role that they are for. The rights of a substitute end by
 * themselves (`RegistryAskers`); this is for the register, and for all who read whom to tell from it (ADR 0359).
 */
@Injectable()
export class EndedSubstitutions {
  constructor(
    private readonly people: PersonStreams,
    private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Follows the end of a role of the person. Repeating it changes nothing. */
  async follow(absentId: PersonId, context: CommandContext): Promise<void> {
    const { tenant } = context;
    const register = await this.directory.people(tenant);
    const today = dayOf(this.clock.now());
    const standIns = register.flatMap(({ personId, roles }) =>
      roles
        .filter(({ standsInFor, to }) => standsInFor === absentId && to !== null && to >= today)
        .map((role) => ({ personId: personId as PersonId, role })),
    );
    if (standIns.length === 0) return;
    const { state } = await this.people.load(absentId, tenant);
    const own = state.status === 'registered' ? state.roles.filter((role) => role.standsInFor === undefined) : [];
    for (const { personId, role } of standIns) {
      const lastDay = lastDayCovered(role, own);
      if (lastDay !== null && lastDay >= role.to!) continue;
      await this.people.run(personId, endOf(role, lastDay, today), stepOf(context));
    }
  }
}

/** The last day on which the absent person holds the role, of the days on which the substitute does; null for none. */
function lastDayCovered(role: HeldRole, own: readonly HeldRole[]): CalendarDate | null {
  const same = own.filter((it) => isSameRole(it, role) && overlaps(it, role));
  return same.reduce<CalendarDate | null>((last, { to }) => {
    const until = to === null || to > role.to! ? role.to! : to;
    return last === null || until > last ? until : last;
  }, null);
}

/** No municipality relies on a substitute as its last coordinator, so that others' roles do not matter. */
function endOf({ roleId }: HeldRole, lastDay: CalendarDate | null, today: CalendarDate): EndRole | RevokeRole {
  return lastDay === null
    ? { type: 'RevokeRole', roleId, today, heldByOthers: [] }
    : { type: 'EndRole', roleId, on: lastDay, heldByOthers: [] };
}

/** A command of its own on the substitute's stream, which follows from the one that ended the role. */
const stepOf = ({ expected: _, ...context }: CommandContext): CommandContext => ({
  ...context,
  commandId: randomUUID(),
  causationId: context.commandId,
});
