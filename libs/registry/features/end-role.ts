import { Inject, Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, PersonId, CLOCK, isRefused, type Clock } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Directory, type HeldRole } from '../contract/index.js';
import { type PersonRule, person } from '../domain/person/person.decider.js';
import { CoordinatorsStreams, PersonStreams } from '../streams/registry.streams.js';

export const EndRoleBody = z.object({ on: CalendarDate.describe('The last day of the role.') });
export type EndRoleBody = z.infer<typeof EndRoleBody>;

/** Sets the last day of a role. */
export class EndRole extends Command<Outcome<PersonRule>> {
  constructor(
    readonly personId: PersonId,
    readonly roleId: string,
    readonly body: EndRoleBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Milliseconds for which others may not rely on a coordinator whose role is about to end. */
const LEASE_MS = 30_000;

@CommandHandler(EndRole)
export class EndRoleHandler implements ICommandHandler<EndRole> {
  constructor(
    private readonly people: PersonStreams,
    private readonly coordinators: CoordinatorsStreams,
    private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ personId, roleId, body, context }: EndRole) {
    const { tenant } = context;
    const [{ state, revision }, heldByOthers] = await Promise.all([
      this.people.load(personId, tenant),
      this.heldByOthers(personId, tenant),
    ]);
    const command = { type: 'EndRole', roleId, ...body, heldByOthers } as const;
    const own = state.status === 'registered' ? state.roles : [];
    const decided = person.decide(command, state);
    const isStale = context.expected !== undefined && context.expected !== revision;
    const isCoordinators = own.some((role) => role.roleId === roleId && isCoordinator(role));
    // A repeated, stale, ineffective or refused command needs no reservation.
    if (!isCoordinators || isStale || isRefused<PersonRule>(decided) || decided.length === 0)
      return this.people.run(personId, command, context);
    const others = [...heldByOthers, ...own.filter((role) => isCoordinator(role) && role.roleId !== roleId)];
    const now = this.clock.now();
    const lease = { now: now.toISOString(), until: new Date(now.getTime() + LEASE_MS).toISOString() };
    const reservation = await this.coordinators.run(
      tenant,
      { type: 'ReserveEnd', personId, roleId, ...body, others, ...lease },
      step(context),
    );
    if (isRefused(reservation)) return reservation;
    const outcome = await this.people.run(personId, command, context);
    if (isRefused(outcome)) await this.coordinators.run(tenant, { type: 'ReleaseEnd', roleId }, step(context));
    return outcome;
  }

  /** Read from the streams, since the register may not yet show that one of them has ended the role. */
  private async heldByOthers(personId: PersonId, tenant: string): Promise<readonly HeldRole[]> {
    const everyone = await this.directory.people(tenant);
    const ids = everyone
      .filter((other) => other.personId !== personId && other.roles.some(isCoordinator))
      .map((other) => other.personId);
    const others = await Promise.all(ids.map((id) => this.people.load(id, tenant)));
    return others.flatMap(({ state }) => (state.status === 'registered' ? state.roles.filter(isCoordinator) : []));
  }
}

const isCoordinator = ({ role }: Pick<HeldRole, 'role'>) => role === 'coordinator';

/** The command's step on another stream gets a command id of its own. */
const step = ({ expected: _, ...context }: CommandContext): CommandContext => ({
  ...context,
  commandId: randomUUID(),
  causationId: context.commandId,
});

@Controller('people')
export class EndRoleController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':personId/roles/:roleId/end',
    right: 'registry.manage',
    summary: 'Set the last day of a role.',
  })
  handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Param('roleId', { schema: z.uuid() }) roleId: string,
    @Body({ schema: EndRoleBody }) body: EndRoleBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new EndRole(personId, roleId, body, context));
  }
}
