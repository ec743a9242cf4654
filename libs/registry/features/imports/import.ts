import { stableId, type CalendarDate } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';

/** Number of streams read or written concurrently: enough for the log to group their writes. */
export const AT_A_TIME = 64;

/** The user who imports, and the current day. */
export interface Importer {
  /** Person id, or `system:<name>` for an operator on the command line. */
  readonly actor: string;
  readonly today: CalendarDate;
  /** One id for the whole import. */
  readonly correlationId: string;
}

/** `compare` reads the registered data, `write` runs the commands; both count from 0 to `total`. */
export type ImportStep = 'compare' | 'write';
export type OnProgress = (done: number, total: number, step: ImportStep) => void;

/**
 * The context of one command of an import. The command id derives from the requested values and the revision they were
 * planned on: running the same plan twice, or again after an interruption, gives no second event, while a later import
 * of the same values, after a manual change, is a new command.
 */
export function importContext(
  { actor, correlationId }: Importer,
  tenant: string,
  stream: string,
  revision: bigint,
  body: object,
): CommandContext {
  const request = stableId(JSON.stringify(body));
  return {
    tenant,
    actor,
    correlationId,
    commandId: stableId('import', tenant, stream, String(revision), request),
    request,
  };
}
