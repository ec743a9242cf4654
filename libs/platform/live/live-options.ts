/** How open streams are kept. Times are in ms. */
export interface LiveOptions {
  /** A sign of life so often; then it is asked, too, whether the session and the right still hold. */
  readonly beatMs: number;
  /** What changed is told at most so often. */
  readonly changesEveryMs: number;
  /** So many streams of one person are open in one process at most: a tab each, and some to spare. */
  readonly mostOfOnePerson: number;
}
export const LIVE_OPTIONS = Symbol('LiveOptions');

export const DEFAULT_LIVE_OPTIONS: LiveOptions = { beatMs: 15_000, changesEveryMs: 1_000, mostOfOnePerson: 20 };
