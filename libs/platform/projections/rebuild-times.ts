/** Milliseconds spent in each stage of a rebuild. */
export interface RebuildTimes {
  /** Waiting for pages of the log; they are read ahead while the page before is folded. */
  reading: number;
  /** Decoding and folding, including rows that are fetched again. */
  folding: number;
  /** Waiting for rows to be written. */
  writing: number;
  /** Building keys and indexes. */
  indexing: number;
  /** Folding the last events and replacing the live tables. */
  switching: number;
}

export const noTimes = (): RebuildTimes => ({ reading: 0, folding: 0, writing: 0, indexing: 0, switching: 0 });

/** Adds the duration of `work` to one of the times, also when it fails. */
export async function timed<T>(times: RebuildTimes, part: keyof RebuildTimes, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    times[part] += performance.now() - began;
  }
}
