import { CommandBus } from '@nestjs/cqrs';
import { GiveRole, RegisterMunicipality, RegisterPerson } from '#registry';
import { DEFAULT_SETTINGS } from '#registry/contract';
import { isRefused, PersonId, stableId, type CalendarDate, type MunicipalityNumber } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import type { ApplicationUnderTest } from './application-under-test.js';

/** On an empty installation the command line registers the first coordinator, since nobody can sign in before. */
export async function firstCoordinator(application: ApplicationUnderTest, tenant: MunicipalityNumber): Promise<string> {
  const bus = application.app.get(CommandBus);
  const context = (what: string): CommandContext => ({
    tenant,
    actor: 'system:journey',
    commandId: stableId('journey', what),
    request: what,
    correlationId: stableId('journey'),
  });
  await bus.execute(
    new RegisterMunicipality(
      { number: tenant, name: 'Asker', languageForm: 'neutral', demo: false, settings: DEFAULT_SETTINGS },
      context('municipality'),
    ),
  );
  const body = { name: 'Inga Koordinator', email: null, title: 'TFS-koordinator' };
  const registered = await bus.execute(new RegisterPerson(body, context('coordinator')));
  if (isRefused(registered)) throw new Error(JSON.stringify(registered));
  const place = { unitId: null, serviceId: null, serviceUnitId: null };
  const from = '2025-08-01' as CalendarDate;
  const role = { ...place, role: 'coordinator' as const, from, to: null };
  const given = await bus.execute(new GiveRole(PersonId.parse(registered.id), role, context('role')));
  if (isRefused(given)) throw new Error(JSON.stringify(given));
  await application.caughtUp(given.position);
  return registered.id;
}
