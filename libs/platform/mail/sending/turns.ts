/** Lets a number of pieces of work run at the same time; the others wait for their turn, in order of arrival. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  /** @param free pieces of work that may run at the same time */
  constructor(private free: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
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
