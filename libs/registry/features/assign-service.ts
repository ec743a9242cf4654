import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { PersonId, type CalendarDate, ServiceId, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../domain/unit/unit.decider.js';
import { PersonStreams, ServiceStreams, UnitStreams } from '../streams/registry.streams.js';

export const AssignServiceBody = z.object({
  contactId: PersonId.nullable().describe('The person in the service that the unit turns to.'),
  mustAttend: z.boolean().describe('True: absence from the meeting is visible.'),
});
export type AssignServiceBody = z.infer<typeof AssignServiceBody>;

/** Assigns a support service to the unit. */
export class AssignService extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly serviceId: ServiceId,
    readonly body: AssignServiceBody,
    readonly context: CommandContext,
    readonly today: CalendarDate,
  ) {
    super();
  }
}

@CommandHandler(AssignService)
export class AssignServiceHandler implements ICommandHandler<AssignService> {
  constructor(
    private readonly units: UnitStreams,
    private readonly people: PersonStreams,
    private readonly services: ServiceStreams,
  ) {}

  async execute({ unitId, serviceId, body, context, today }: AssignService) {
    const { contactId } = body;
    const of = context.tenant;
    const [serviceIsOpen, active] = await Promise.all([
      this.services.isOpenOn(serviceId, of, today),
      this.people.activeOn(today, contactId === null ? [] : [contactId], of),
    ]);
    const contactIsActive = contactId === null || active.has(contactId);
    const command = { type: 'AssignService', serviceId, ...body, serviceIsOpen, contactIsActive } as const;
    return this.units.run(unitId, command, context);
  }
}

@Controller('units')
export class AssignServiceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId/services/:serviceId',
    right: 'registry.manage',
    summary: 'Let a support service serve a unit, with its contact and whether it must attend.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Body({ schema: AssignServiceBody }) body: AssignServiceBody,
    @Commanded() context: CommandContext,
    @Asked() asker: Asker,
  ) {
    return this.commands.execute(new AssignService(unitId, serviceId, body, context, asker.today));
  }
}
