import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { dayOf, isRefused, SchoolYear, stableId, TenantId, UnitId } from '#platform/kernel';
import type { Predecessor, SchoolCalendar } from '#registry/contract';
import type { Installation } from '../../../composition/src/index.js';
import type { Cli } from '../cli.js';
import { failedByRefusal } from '../commands/refusal-text.js';
import { CommandFailed } from '../exit-codes.js';
import { count, progressOn } from '../terminal/progress.js';
import { closeMunicipality, closeStreams } from './close-streams.js';
import { copyStreams } from './copy-streams.js';
import { idsIn, type Merger } from './merger.js';
import type { MergerParty } from './merger-party.js';

/** Requests that were under way when sessions ended have been answered after this time. */
const UNDER_WAY_MS = 2_000;
const SEEN_WITHIN_MS = 600_000;

/**
 * Carries out a merger whose preview left nothing to decide. Every step may be repeated: interrupted anywhere and run
 * again, it continues and gives the same log.
 *
 * 1. The old municipalities end: sessions are refused. What policies still have to do is done.
 * 2. Their streams are closed: from then on nothing changes there.
 * 3. The new municipality gets its streams, which name their predecessors.
 * 4. Drafts are moved.
 * 5. The new municipality is registered: from then on people can sign in.
 */
export async function merge(
  installation: Installation,
  app: INestApplicationContext,
  merger: Merger,
  parties: readonly MergerParty[],
  settingsOf: MergerParty,
  cli: Cli,
): Promise<void> {
  const { terminal, signal } = cli;
  for (const tenant of merger.from) await closeMunicipality(installation, merger, tenant);
  await seen(installation);
  await pause(UNDER_WAY_MS, undefined, { signal });
  terminal.err('1 of 5: the old municipalities have ended; their sessions are refused.');

  const closing = progressOn(terminal, 'Closing streams');
  const head = Number(await installation.events.head());
  let closed = 0;
  for (let position = 0n, isMore = true; isMore;) {
    // Policies react to the last events, which may begin more streams.
    await seen(installation);
    const done = await closeStreams(installation, merger, position, signal, (_, at) => closing.at(Number(at), head));
    closed += done.closed;
    isMore = done.closed > 0;
    ({ position } = done);
  }
  closing.end();
  terminal.err(`2 of 5: ${count(closed)} streams are closed.`);

  let copied = 0;
  for (const { municipality } of parties) {
    const taking = progressOn(terminal, `Taking over ${municipality.names.at(-1)!.name}`);
    copied += await copyStreams(installation, merger, municipality.id, signal, (_, at) => taking.at(Number(at), head));
    taking.end();
  }
  terminal.err(`3 of 5: ${count(copied)} events are taken over.`);

  const [{ CommandBus }, { TakeOverDrafts }, { FormMunicipality }] = await Promise.all([
    import('@nestjs/cqrs'),
    import('#meetings'),
    import('#registry'),
  ]);
  const commands = app.get(CommandBus, { strict: false });
  for (const tenant of merger.from)
    await commands.execute(new TakeOverDrafts(tenant, merger.to.tenant, idsIn(merger, tenant)));
  terminal.err('4 of 5: drafts of protocols are moved.');

  await seen(installation);
  const id = stableId('merger', merger.to.tenant, ...merger.from, 'formed');
  const outcome = await commands.execute(
    new FormMunicipality(bodyOf(merger, parties, settingsOf), {
      tenant: merger.to.tenant,
      actor: 'system:operator',
      commandId: id,
      request: id,
      correlationId: id,
    }),
  );
  if (isRefused(outcome)) throw await failedByRefusal(installation, outcome, cli);
  await seen(installation);
  terminal.err(`5 of 5: ${merger.to.number} ${merger.to.name} is registered; its people can sign in.`);
}

async function seen({ events, freshness }: Installation): Promise<void> {
  if (await freshness.reached(await events.head(), SEEN_WITHIN_MS)) return;
  throw new CommandFailed(
    'The read models and policies do not reach the end of the log. See what samspill halts and the worker’s log say, and run this command again: it continues.',
  );
}

function bodyOf({ to, on, unitOf }: Merger, parties: readonly MergerParty[], { municipality, calendars }: MergerParty) {
  const from = parties.flatMap(({ municipality: { id, numbers, names, formed }, units }): Predecessor[] => [
    ...(formed?.from ?? []),
    {
      tenant: TenantId.parse(id),
      numbers: [...numbers],
      names: [...names],
      unitIds: units
        .filter(({ unitId }) => (unitOf.get(unitId) ?? id) === id)
        .map(({ unitId }) => UnitId.parse(unitId)),
      until: on,
    },
  ]);
  return {
    number: to.number,
    name: to.name,
    languageForm: municipality.languageForm,
    demo: municipality.demo,
    settings: municipality.settings,
    calendars: calendars.map((calendar): SchoolCalendar => ({
      ...calendar,
      schoolYear: SchoolYear.parse(calendar.schoolYear),
      closed: [...calendar.closed],
    })),
    formed: { on, from },
  };
}

/** True for a day that has come. */
export const hasCome = (merger: Merger, now: Date): boolean => merger.on <= dayOf(now);
