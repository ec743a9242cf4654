/** A report about one mail to a person, to the address that the person has now. */
export interface DeliveryReport {
  readonly at: Date;
  /** True for a status 5.x.x. */
  readonly permanent: boolean;
  /** True if the reporting server has given up. */
  readonly final: boolean;
}

const DAY_MS = 24 * 60 * 60_000;
/** A temporary fault counts after this time; and a mail without a report for this long counts as delivered. */
const DECIDED_AFTER_MS = 3 * DAY_MS;

/**
 * Since when a person could not be reached, or null. A permanent fault counts at once; a temporary one when it has
 * lasted for three days, by a later report or because the server gave up. A mail that was accepted after the reports, and
 * of which nothing was heard for three days, ends it.
 *
 * @param reports in order of time
 * @param accepted moments at which the mail server accepted mails to the same address, in order of time
 */
export function unreachableSince(
  reports: readonly DeliveryReport[],
  accepted: readonly Date[],
  now: Date,
): Date | null {
  const lasting = reports.filter((report, i) => {
    const laterReports = reports.slice(i + 1);
    return !accepted.some((at) => at > report.at && isQuiet(at, laterReports, now));
  });
  const [first] = lasting;
  if (!first) return null;
  if (lasting.some(({ permanent }) => permanent)) return first.at;
  const last = lasting.at(-1)!;
  const until = lasting.some(({ final }) => final) ? now : last.at;
  return until.getTime() - first.at.getTime() >= DECIDED_AFTER_MS ? first.at : null;
}

/** True if nothing was reported within three days of a mail. */
const isQuiet = (at: Date, reports: readonly DeliveryReport[], now: Date): boolean =>
  now.getTime() - at.getTime() >= DECIDED_AFTER_MS &&
  !reports.some((report) => report.at >= at && report.at.getTime() - at.getTime() < DECIDED_AFTER_MS);
