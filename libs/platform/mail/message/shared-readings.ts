/**
 * Readings that several batches of a run share. What a composer reads with `once` is read by the first of these batches
 * and is the same for all of them.
 */
export class SharedReadings {
  private readonly readings = new Map<object, Promise<unknown>>();

  /** @param reader whose reading it is; each has one. A reading that fails is not kept */
  once<T>(reader: object, read: () => Promise<T>): Promise<T> {
    const earlier = this.readings.get(reader) as Promise<T> | undefined;
    const reading = earlier ?? read();
    if (!earlier) {
      this.readings.set(reader, reading);
      reading.catch(() => this.readings.delete(reader));
    }
    return reading;
  }
}
