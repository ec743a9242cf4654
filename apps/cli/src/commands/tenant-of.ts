import type { MunicipalityNumber } from '#platform/kernel';
import type { withApplication } from './with-application.js';

export type ComposedApplication = Parameters<Parameters<typeof withApplication>[1]>[0];

/** The tenant with the number; a merged municipality's number stays its own here, so that it is named as merged. */
export async function tenantOf(app: ComposedApplication, number: MunicipalityNumber): Promise<string> {
  const [{ Askers }, { TenantsByNumber }] = await Promise.all([import('#platform/identity'), import('#registry')]);
  if (await app.get(Askers, { strict: false }).successorOf(number)) return number;
  return app.get(TenantsByNumber, { strict: false }).idOf(number);
}
