/** Thrown when something did not come in time. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** The promise's outcome if it comes within `ms`. @throws TimedOut otherwise; the promise itself goes on */
export async function withTimeLimit<T>(ms: number, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TimedOut()), ms);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
