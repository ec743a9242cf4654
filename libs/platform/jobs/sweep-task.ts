/**
 * Something that the sweep does for each municipality, every minute. It must be idempotent: after a crash, or when two
 * workers overlap, it runs again.
 */
export abstract class SweepTask {
  /** For the log: no personal data. */
  abstract readonly name: string;

  /**
   * @param now by the installation's clock; days and hours are those of Europe/Oslo (`dayOf`, `instantAt`)
   * @param signal aborts when the process stops or another worker has taken over the sweep
   */
  abstract run(tenant: string, now: Date, signal: AbortSignal): Promise<void>;
}
