import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CalendarDate, ServiceId } from '#platform/kernel';
import { reachOf } from '#platform/identity';
import { Directory, isHeld, servicesOf, type HeldRole } from '#registry/contract';
import { ActionStreams } from '../../streams/action.streams.js';
import { OfferHandover } from './offer-handover.command.js';

@CommandHandler(OfferHandover)
export class OfferHandoverHandler implements ICommandHandler<OfferHandover> {
  constructor(
    private readonly actions: ActionStreams,
    private readonly directory: Directory,
  ) {}

  async execute({ actionId, body: { to, toServiceId, reason }, asker, context }: OfferHandover) {
    const [[receiver], services] = await Promise.all([
      this.directory.people(asker.municipality, [to]),
      this.directory.services(asker.municipality),
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
