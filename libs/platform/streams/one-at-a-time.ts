/** Runs work under one name one at a time, in order of arrival; work under different names runs in parallel. */
export class OneAtATime {
  private readonly last = new Map<string, Promise<unknown>>();

  /** True while work under the name runs or waits. */
  isTaken(name: string): boolean {
    return this.last.has(name);
  }

  async take<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(name);
    const mine = before ? before.then(work, work) : work();
    this.last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(name) === mine) this.last.delete(name);
    }
  }
}
