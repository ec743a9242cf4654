/** A part that must work before this process accepts requests: the database, the read models. */
export interface HealthPart {
  readonly name: string;
  /** Undefined if ready; otherwise the reason, in a few words without values. A throw counts as not ready. */
  notReady(): Promise<string | undefined>;
}

export interface PartHealth {
  readonly part: string;
  readonly ready: boolean;
  readonly reason?: string;
}

const LONGEST_WAIT_MS = 2000;

/** Checks every part at once; a part without an answer within two seconds is not ready. */
export const healthOf = (parts: readonly HealthPart[]): Promise<readonly PartHealth[]> =>
  Promise.all(
    parts.map(async (part) => {
      const reason = await inTime(part);
      return { part: part.name, ready: reason === undefined, ...(reason !== undefined && { reason }) };
    }),
  );

async function inTime(part: HealthPart): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve('does not answer in time'), LONGEST_WAIT_MS);
  try {
    return await Promise.race([part.notReady(), promise]);
  } catch {
    return 'does not answer';
  } finally {
    clearTimeout(timer);
  }
}
