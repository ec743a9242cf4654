/** Options of open streams. Times are in ms. */
export interface LiveOptions {
  /** Interval of the heartbeat, at which the session and the right are checked again. */
  readonly beatMs: number;
  /** Shortest time between two change events. */
  readonly changesEveryMs: number;
  /** Most open streams of one person per process: one per tab, and some to spare. */
  readonly mostOfOnePerson: number;
}
export const LIVE_OPTIONS = Symbol('LiveOptions');

export const DEFAULT_LIVE_OPTIONS: LiveOptions = { beatMs: 15_000, changesEveryMs: 1_000, mostOfOnePerson: 20 };
