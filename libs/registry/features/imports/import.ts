import { stableId, type CalendarDate } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';

/** How many streams are read or written at a time: enough for the log to write them together. */
export const AT_A_TIME = 64;

/** Who imports, and the day it is. */
export interface Importer {
  /** Person id, or `system:<name>` for an operator on the command line. */
  readonly actor: string;
  readonly today: CalendarDate;
  /** One id for the whole run. */
  readonly correlationId: string;
}

/** `compare` reads what is there, `write` runs the commands; both count from 0 to `total`. */
export type ImportStep = 'compare' | 'write';
export type OnProgress = (done: number, total: number, step: ImportStep) => void;

/**
 * The context of one command of an import. The command id is made from what is asked and from the revision it was planned
 * on: the same plan run twice, or cut off and run again, gives no second event, while a later import of the same values,
 * after somebody has changed them by hand, is a new command.
 */
export function importContext(
  { actor, correlationId }: Importer,
  municipality: string,
  stream: string,
  revision: bigint,
  asked: object,
): CommandContext {
  const request = stableId(JSON.stringify(asked));
  return {
    municipality,
    actor,
    correlationId,
    commandId: stableId('import', municipality, stream, String(revision), request),
    request,
  };
}
