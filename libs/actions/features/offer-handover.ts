import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import { type Asker, reachOf } from '#platform/identity';
import { PersonId, ServiceId, ActionId, type CalendarDate, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Directory, isHeld, servicesOf, type HeldRole } from '#registry/contract';
import { LONGEST } from '../contract/limits/index.js';
import type { ActionRule } from '../domain/action/action.refusals.js';
import { ActionStreams } from '../streams/action.streams.js';

export const OfferHandoverBody = z.object({
  to: PersonId.describe('Who is asked to take the action over; the one who has it keeps it until they accept.'),
  toServiceId: ServiceId.nullable()
    .optional()
    .describe('The service they will answer for; not sent: the one they work in, where it is one.'),
  reason: requiredText(LONGEST.note).nullable().default(null).describe('Why; names no child.'),
});

export class OfferHandover extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof OfferHandoverBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OfferHandover)
export class OfferHandoverHandler implements ICommandHandler<OfferHandover> {
  constructor(
    private readonly actions: ActionStreams,
    private readonly directory: Directory,
  ) {}

  async execute({ actionId, body: { to, toServiceId, reason }, asker, context }: OfferHandover) {
    const [[receiver], services] = await Promise.all([
      this.directory.people(asker.tenant, [to]),
      this.directory.services(asker.tenant),
    ]);
    const roles = receiver?.roles.filter((role) => isHeld(role, asker.today)) ?? [];
    return this.actions.run(
      actionId,
      {
        type: 'OfferHandover',
        to,
        toServiceId: toServiceId === undefined ? onlyService(roles) : toServiceId,
        receiverServiceIds: servicesOf(roles, services),
        receiverIsActive: roles.some(({ role }) => reachOf('action.report', role).includes('own')),
        reason,
        on: asker.today satisfies CalendarDate,
      },
      context,
    );
  }
}

/** The person's service, if there is exactly one. */
function onlyService(roles: readonly HeldRole[]): ServiceId | null {
  const services = new Set(roles.flatMap(({ serviceId }) => serviceId ?? []));
  const [only] = services;
  return services.size === 1 ? (only as ServiceId) : null;
}

@Controller('actions')
export class OfferHandoverController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/handover',
    right: 'action.hand-over',
    of: 'action',
    summary: 'Offers the action to another person, who becomes responsible only by accepting.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Body({ schema: OfferHandoverBody }) body: z.infer<typeof OfferHandoverBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new OfferHandover(actionId, body, asker, context));
  }
}
