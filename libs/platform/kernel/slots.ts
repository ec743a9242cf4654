/** Limits how many pieces of work run at the same time in this process; the others wait, in order of arrival. */
export class Slots {
  private readonly waiting: (() => void)[] = [];

  /** @param free pieces of work that may run at the same time */
  constructor(private free: number) {}

  /** Resolves or rejects as `work` does; its slot is free again in both cases. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
