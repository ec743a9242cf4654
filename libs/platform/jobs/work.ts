/**
 * Work that is triggered for a municipality by `JobTriggers.send`. What is due stands in tables, never in the trigger,
 * so it may run any number of times, and in several workers at once.
 */
export interface Work {
  /** For the log and for `samspill jobs`: no personal data. */
  readonly name: string;
  /** Does what is due. Ends early when `signal` aborts; the rest is found again by `waiting`. */
  run(tenant: string, signal: AbortSignal): Promise<void>;
  /** The municipalities for which something is due now; each sweep triggers the work for them. */
  waiting(): Promise<readonly string[]>;
}
