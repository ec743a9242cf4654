import type { Dispatch } from '../dispatch/dispatch.js';
import type { MailContent } from './mail-content.js';
import type { SharedReadings } from './shared-readings.js';

/** The outcome of composing a due mail: a mail, an end state, or that it is asked for again later. */
export type Composition =
  | { readonly mail: MailContent }
  /** There is nothing to tell: for example, what was late has been done meanwhile. */
  | { readonly nothing: true }
  | { readonly noAddress: true }
  /** It cannot be decided yet: the composer is asked again in a minute. */
  | { readonly notYet: true };

/**
 * Composes the mails of some kinds when they are due. A context contributes it by `Context.mailComposers`; it is injected
 * from that context's module.
 */
export abstract class MailComposer {
  /** Each kind has one composer. */
  abstract readonly kinds: readonly string[];

  /**
   * Composes many mails at once, so that facts that they share are read once; facts of the whole tenant are read once
   * for several batches (`readings`). Returns an entry for each dispatch, by its id. When it throws, the mails are
   * composed one by one, and those that fail again are tried later.
   */
  abstract compose(
    tenant: string,
    due: readonly Dispatch[],
    now: Date,
    readings: SharedReadings,
  ): Promise<ReadonlyMap<string, Composition>>;
}
