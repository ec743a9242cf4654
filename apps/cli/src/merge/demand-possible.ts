import type { INestApplicationContext } from '@nestjs/common';
import { halts } from '#platform/followers';
import { StreamHandedOver } from '#platform/streams';
import { TenantsByNumber } from '#registry';
import { Directory } from '#registry/contract';
import type { Installation } from '../../../composition/src/index.js';
import { CommandFailed } from '../exit-codes.js';
import { metadataOf, type Planned } from './merger-metadata.js';

/**
 * Refuses what would stop the merger half-way, before anything is written.
 * @throws CommandFailed with a sentence for the operator
 */
export async function demandPossible(
  installation: Installation,
  app: INestApplicationContext,
  planned: Planned,
): Promise<void> {
  const { from, to } = planned;
  const halted = (await halts(installation.dataSource)).filter(({ tenant }) => from.includes(tenant));
  if (halted.length > 0)
    throw new CommandFailed(
      'A read model or a policy stands still for one of the municipalities: samspill halts says where. Solve that first. Nothing was changed.',
    );
  const begun = await Promise.all(from.map((tenant) => isBegun(installation, planned, tenant)));
  if (await app.get(TenantsByNumber, { strict: false }).isTaken(to.number, planned.on, to.tenant))
    throw new CommandFailed(`The number ${to.number} belongs to another municipality. Nothing was changed.`);
  if (begun.includes(true)) return;
  if (from.includes(to.tenant) || !(await isEmpty(app, to.tenant)))
    throw new CommandFailed(
      `The number ${to.number} belongs to a municipality that has units, people or services. Give the number that the new municipality gets, and import its lists after the merger. Nothing was changed.`,
    );
}

/** True when this same merger has ended the municipality, and is to be continued. */
async function isBegun({ events, clock }: Installation, planned: Planned, tenant: string): Promise<boolean> {
  const stream = `municipality-${tenant}`;
  const last = (await events.read(tenant, stream)).at(-1);
  if (last?.type !== StreamHandedOver.type) return false;
  const { to, on } = StreamHandedOver.schema.parse(last.data);
  if (to.tenant !== planned.to.tenant)
    throw new CommandFailed(`${tenant} is part of ${to.number} ${to.name} already. Nothing was changed.`);
  const { commandId, request } = metadataOf(planned, tenant, stream, clock);
  if (last.metadata.commandId !== commandId || last.metadata.request !== request)
    throw new CommandFailed(
      `This merger was begun with other options (--name '${to.name}' --on ${on}): give the same --from, --name, --on and --unit-of, in the same order, to continue. Nothing was changed.`,
    );
  return true;
}

/** A list of municipalities that was imported may have registered it; then nobody has used it. */
async function isEmpty(app: INestApplicationContext, tenant: string): Promise<boolean> {
  const directory = app.get(Directory, { strict: false });
  const all = await Promise.all([
    directory.units(tenant),
    directory.people(tenant),
    directory.services(tenant),
    directory.serviceUnits(tenant),
  ]);
  return all.every((some) => some.length === 0);
}
