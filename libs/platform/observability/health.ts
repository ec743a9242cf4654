/** A part that must work before this process takes requests: the database, the read models. */
export interface HealthPart {
  readonly name: string;
  /** Undefined: ready. Else why not, in a few words without values. A throw counts as not ready. */
  notReady(): Promise<string | undefined>;
}

export interface PartHealth {
  readonly part: string;
  readonly ready: boolean;
  readonly reason?: string;
}

const PATIENCE_MS = 2000;

/** Asks every part at once; one that does not answer within two seconds is not ready. */
export const healthOf = (parts: readonly HealthPart[]): Promise<readonly PartHealth[]> =>
  Promise.all(
    parts.map(async (part) => {
      const reason = await inTime(part);
      return { part: part.name, ready: reason === undefined, ...(reason !== undefined && { reason }) };
    }),
  );

async function inTime(part: HealthPart): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve('does not answer in time'), PATIENCE_MS);
  try {
    return await Promise.race([part.notReady(), promise]);
  } catch {
    return 'does not answer';
  } finally {
    clearTimeout(timer);
  }
}
