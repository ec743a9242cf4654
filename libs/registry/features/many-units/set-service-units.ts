import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ServiceId, UnitId, type CalendarDate } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { PersonStreams, ServiceStreams, UnitStreams } from '../../streams/registry.streams.js';
import { AssignServiceBody } from '../assign-service.js';
import {
  DecidedUnitsAnswer,
  decidedUnitsAnswer,
  runForUnits,
  SeenRevision,
  type DecidedUnit,
} from './run-for-units.js';

export const SetServiceUnitsBody = z.strictObject({
  units: z
    .array(
      z.strictObject({
        unitId: UnitId,
        revision: SeenRevision,
        serves: AssignServiceBody.nullable().describe('How the service serves the unit; null: it does not.'),
      }),
    )
    .min(1)
    .max(500)
    .describe('The units that are to change, and nothing about the others.'),
});
export type SetServiceUnitsBody = z.infer<typeof SetServiceUnitsBody>;

/** Sets for many units at once whether and how one service serves them; each unit is decided by itself. */
export class SetServiceUnits extends Command<readonly DecidedUnit[]> {
  constructor(
    readonly serviceId: ServiceId,
    readonly body: SetServiceUnitsBody,
    readonly context: CommandContext,
    readonly today: CalendarDate,
  ) {
    super();
  }
}

@CommandHandler(SetServiceUnits)
export class SetServiceUnitsHandler implements ICommandHandler<SetServiceUnits> {
  constructor(
    private readonly units: UnitStreams,
    private readonly people: PersonStreams,
    private readonly services: ServiceStreams,
  ) {}

  async execute({ serviceId, body, context, today }: SetServiceUnits): Promise<readonly DecidedUnit[]> {
    const contacts = body.units.flatMap(({ serves }) => serves?.contactId ?? []);
    // Read once for all the units: a service has the same contacts at many of them.
    const [serviceIsOpen, active] = await Promise.all([
      this.services.isOpenOn(serviceId, context.tenant, today),
      this.people.activeOn(today, contacts, context.tenant),
    ]);
    return runForUnits(body.units, context, ({ unitId, serves }, own) => {
      if (serves === null) return this.units.run(unitId, { type: 'UnassignService', serviceId }, own);
      const contactIsActive = serves.contactId === null || active.has(serves.contactId);
      const command = { type: 'AssignService', serviceId, ...serves, serviceIsOpen, contactIsActive } as const;
      return this.units.run(unitId, command, own);
    });
  }
}

@Controller('services')
export class SetServiceUnitsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceId/units',
    right: 'registry.manage',
    summary: 'Say for many units at once whether a support service serves them. Those refused are named.',
    answer: DecidedUnitsAnswer,
  })
  async handle(
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Body({ schema: SetServiceUnitsBody }) body: SetServiceUnitsBody,
    @Commanded() context: CommandContext,
    @Asked() { language, today }: Asker,
  ): Promise<DecidedUnitsAnswer> {
    const done = await this.commands.execute(new SetServiceUnits(serviceId, body, context, today));
    return decidedUnitsAnswer(done, language);
  }
}
