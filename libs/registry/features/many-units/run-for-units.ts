import { z } from 'zod';
import { RefusalCatalog } from '#platform/http';
import type { Language } from '#platform/identity';
import { isRefused, stableId, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../../domain/unit/unit.decider.js';
import { unitRefusals } from '../../domain/unit/unit.refusals.js';
import { inParallel } from '../imports/in-parallel.js';

/** Number of units decided concurrently: enough for the log to group their writes. */
const AT_A_TIME = 24;

/** A revision that the user has seen, as answers give it. */
export const SeenRevision = z
  .string()
  .regex(/^(0|[1-9]\d{0,17})$/)
  .describe('The revision of the unit that was seen: a unit that has changed since is refused by itself.');

/** Result of each unit's command. */
export interface DecidedUnit {
  readonly unitId: UnitId;
  readonly outcome: Outcome<UnitRule>;
}

/**
 * Runs one command for each unit, each decided by itself on its own stream. A repeat of the same request gets each
 * unit's first answer, so an interrupted request can be sent again.
 */
export function runForUnits<Item extends { readonly unitId: UnitId; readonly revision: string }>(
  items: readonly Item[],
  { expected: _, ...context }: CommandContext,
  run: (item: Item, context: CommandContext) => Promise<Outcome<UnitRule>>,
): Promise<readonly DecidedUnit[]> {
  // The place in the list is part of the id: a unit that is listed twice is refused the second time, not ignored.
  const numbered = items.map((item, at) => ({ item, at }));
  return inParallel(numbered, AT_A_TIME, async ({ item, at }) => {
    const { unitId, revision } = item;
    const own = { ...context, commandId: stableId(context.commandId, unitId, at), expected: BigInt(revision) };
    return { unitId, outcome: await run(item, own) };
  });
}

export const DecidedUnitsAnswer = z.object({
  units: z.int().describe('Units for which it was decided, also those that were so already.'),
  position: z.string().regex(/^\d+$/).describe('Ask with `?after=<position>` to read what you wrote.'),
  /** Not named `refused`, which in an answer means that the whole command was refused. */
  notDecided: z
    .array(
      z.object({
        unitId: UnitId,
        rules: z.array(z.object({ rule: z.string(), at: z.string().optional(), detail: z.string() })),
      }),
    )
    .describe('Units that were refused: nothing of theirs has changed.'),
});
export type DecidedUnitsAnswer = z.infer<typeof DecidedUnitsAnswer>;

/** Texts for the refused units: they are listed beside the decided ones, so the answer is no problem response. */
const SENTENCES = new RefusalCatalog(unitRefusals);

export function decidedUnitsAnswer(done: readonly DecidedUnit[], language: Language): DecidedUnitsAnswer {
  const positions = done.flatMap(({ outcome }) => (isRefused(outcome) ? [] : [outcome.position]));
  return {
    units: positions.length,
    position: String(positions.reduce((latest, it) => (it > latest ? it : latest), 0n)),
    notDecided: done.flatMap(({ unitId, outcome }) =>
      isRefused(outcome) ? { unitId, rules: [...SENTENCES.brokenOf(outcome, language)] } : [],
    ),
  };
}
