import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CLOCK, isRefused, type CalendarDate, type Clock, type PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Directory, type HeldRole } from '../contract/index.js';
import type { EndRole, Leave, RevokeRole } from '../domain/person/person.commands.js';
import { person, type PersonRule } from '../domain/person/person.decider.js';
import { isOwnCoordinator } from '../domain/person/last-coordinator.js';
import { lastsBeyond } from '../domain/person/role-place.js';
import { CoordinatorsStreams, PersonStreams } from './registry.streams.js';

type Ending = EndRole | RevokeRole | Leave;

/** Milliseconds for which others may not rely on a coordinator whose role is about to end. */
const LEASE_MS = 30_000;

/** Ends roles. When two coordinators' roles end at the same time, one of them stays (ADR 0251). */
@Injectable()
export class EndingRoles {
  constructor(
    private readonly people: PersonStreams,
    private readonly coordinators: CoordinatorsStreams,
    private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param lastDay the last day of the roles when the command is accepted
   * @param commandOf makes the command from the roles of the other coordinators
   */
  async run(
    personId: PersonId,
    lastDay: CalendarDate,
    commandOf: (heldByOthers: Ending['heldByOthers']) => Ending,
    context: CommandContext,
  ): Promise<Outcome<PersonRule>> {
    const { tenant } = context;
    const [{ state, revision }, heldByOthers] = await Promise.all([
      this.people.load(personId, tenant),
      this.heldByOthers(personId, tenant),
    ]);
    const command = commandOf(heldByOthers);
    const own = state.status === 'registered' ? state.roles : [];
    const decided = person.decide(command, state);
    const isStale = context.expected !== undefined && context.expected !== revision;
    const coordinators = own.filter(isOwnCoordinator);
    const ending = coordinators.filter((role) => endsBy(command, role));
    // A repeated, stale, ineffective or refused command needs no reservation.
    if (ending.length === 0 || isStale || isRefused<PersonRule>(decided) || decided.length === 0)
      return this.people.run(personId, command, context);
    const others = [...heldByOthers, ...coordinators.filter((role) => !ending.includes(role))];
    const now = this.clock.now();
    const lease = { now: now.toISOString(), until: new Date(now.getTime() + LEASE_MS).toISOString() };
    const release = async () => {
      for (const { roleId } of ending)
        await this.coordinators.run(tenant, { type: 'ReleaseEnd', roleId }, step(context));
    };
    for (const { roleId } of ending) {
      const reserve = { type: 'ReserveEnd', personId, roleId, on: lastDay, others, ...lease } as const;
      const reservation = await this.coordinators.run(tenant, reserve, step(context));
      if (!isRefused(reservation)) continue;
      await release();
      return reservation;
    }
    const outcome = await this.people.run(personId, command, context);
    if (isRefused(outcome)) await release();
    return outcome;
  }

  /** Read from the streams, since the register may not yet show that one of them has ended the role. */
  private async heldByOthers(personId: PersonId, tenant: string): Promise<readonly HeldRole[]> {
    const everyone = await this.directory.people(tenant);
    const ids = everyone
      .filter((other) => other.personId !== personId && other.roles.some(isOwnCoordinator))
      .map((other) => other.personId);
    const others = await Promise.all(ids.map((id) => this.people.load(id, tenant)));
    return others.flatMap(({ state }) => (state.status === 'registered' ? state.roles.filter(isOwnCoordinator) : []));
  }
}

/** True when the command ends the role. */
const endsBy = (command: Ending, role: HeldRole): boolean =>
  command.type === 'Leave' ? lastsBeyond(role, command.on) : role.roleId === command.roleId;

/** The command's step on another stream gets a command id of its own. */
const step = ({ expected: _, ...context }: CommandContext): CommandContext => ({
  ...context,
  commandId: randomUUID(),
  causationId: context.commandId,
});
