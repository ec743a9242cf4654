/** A mail that is due to a person: announced before anything is known of its content. */
export interface NewDispatch {
  readonly personId: string;
  /** The kind of mail, such as `digest`; a composer is found by it. */
  readonly kind: string;
  /** Distinguishes this mail from others of the same kind to the same person, such as `2026-W49`. */
  readonly period: string;
  /** Not composed before this moment. */
  readonly dueAt: Date;
  /** The end of its hours: from this moment on it is neither composed nor handed over, until it gets others. Left out: any hour. */
  readonly openUntil?: Date;
  /** Since when this could have been told, if that was before `dueAt`. */
  readonly knownSince?: Date;
  /** Ids of the subject, for the composer. Never names or texts. */
  readonly about?: Readonly<Record<string, string>>;
}

/** A due mail, as its composer sees it. */
export interface Dispatch extends Required<Omit<NewDispatch, 'knownSince' | 'openUntil'>> {
  readonly dispatchId: string;
}

/**
 * - `due`: not composed yet
 * - `composed`: its bytes are kept; waits to be handed over, for the first time or again
 * - `handing-over`: committed before the first byte leaves
 * - `accepted`: the mail server has taken it over
 * - `refused`: the mail server has refused it for good, or for three days
 * - `unsure`: it is unknown whether the mail server has taken it; handed over once more, and kept the second time
 * - `bounced`: taken over, and then reported as undeliverable
 * - `nothing`: when it was composed, there was nothing to tell
 * - `no-address`: the person has no usable mail address
 */
export const DISPATCH_STATES = [
  'due',
  'composed',
  'handing-over',
  'accepted',
  'refused',
  'unsure',
  'bounced',
  'nothing',
  'no-address',
] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];

/** Answer of a mail server to a mail, or its absence. */
export type Handover =
  | { readonly accepted: true; readonly response: string }
  | {
      readonly refused: 'for-good' | 'for-now';
      /**
       * The subject of the refusal: the address, the mail, or neither, when the server itself cannot be used (down,
       * refuses the login). In that case other mails would fare the same.
       */
      readonly of: 'recipient' | 'mail' | 'server';
      /** SMTP's code; null when the server has not answered. */
      readonly code: number | null;
      readonly response: string;
    }
  /** The connection was lost after the whole mail may have been received, and before the answer. */
  | { readonly unsure: true };
