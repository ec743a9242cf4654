/** The only source of time. Everything that depends on the day gets it from here, so that tests and demos can set it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Stands still until it is moved: for tests, and for the demo that lives through three school years. */
export class SettableClock implements Clock {
  constructor(private instant: Date) {}
  now(): Date {
    return this.instant;
  }
  set(instant: Date): void {
    this.instant = instant;
  }
}

/** Starts at `instant` and goes at the ordinary pace (`SAMSPILL_CLOCK`). */
export const clockStartingAt = (instant: Date, real: Clock = systemClock): Clock => {
  const offset = instant.getTime() - real.now().getTime();
  return { now: () => new Date(real.now().getTime() + offset) };
};
