import type { Dispatch } from '../dispatch/dispatch.js';
import type { MailContent } from './mail-content.js';

/** The outcome of composing a due mail: a mail, an end state, or that it is asked for again later. */
export type Composition =
  | { readonly mail: MailContent }
  /** There is nothing to tell: for example, what was late has been done meanwhile. */
  | { readonly nothing: true }
  | { readonly noAddress: true }
  /** It cannot be decided yet: the composer is asked again in a minute. */
  | { readonly notYet: true };

/**
 * Batches of a run that are composed of one reading. What a composer reads with `once` is read by the first of these
 * batches and is the same for all of them.
 */
export class Moment {
  private readonly readings = new Map<object, Promise<unknown>>();

  /** @param reader whose reading it is; each has one. A reading that fails is not kept */
  once<T>(reader: object, read: () => Promise<T>): Promise<T> {
    const earlier = this.readings.get(reader) as Promise<T> | undefined;
    const reading = earlier ?? read();
    if (!earlier) {
      this.readings.set(reader, reading);
      reading.catch(() => this.readings.delete(reader));
    }
    return reading;
  }
}

/**
 * Composes the mails of some kinds when they are due. A context contributes it by `Context.mailComposers`; it is injected
 * from that context's module.
 */
export abstract class MailComposer {
  /** Each kind has one composer. */
  abstract readonly kinds: readonly string[];

  /**
   * Composes many mails at once, so that facts that they share are read once; facts of the whole tenant are read once
   * for a moment. Returns an entry for each dispatch, by its id. When it throws, the mails are composed one by one, and
   * those that fail again are tried later.
   */
  abstract compose(
    tenant: string,
    due: readonly Dispatch[],
    now: Date,
    moment: Moment,
  ): Promise<ReadonlyMap<string, Composition>>;
}
