import type { CalendarDate } from '#platform/kernel';
import type { EarlierVersion, Span } from './fact-row.js';

/** A row as the database sends it. */
export interface SentRow {
  readonly subject: string;
  readonly position: bigint;
  /** In milliseconds since 1970. */
  readonly since: number;
  readonly fact: string;
  readonly earlier: string;
  readonly firstOn: CalendarDate | null;
  readonly lastOn: CalendarDate | null;
}

/** A row of facts in the memory of this process. Earlier versions are parsed when somebody asks for them. */
export class RememberedRow<Fact extends object = object> implements Span {
  readonly subject: string;
  /** The first day of all where the table has no days. */
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate | null;
  /** Characters of its text, by which its size is estimated. */
  readonly characters: number;
  readonly #since: number;
  readonly #fact: Fact;
  #earlier: string | readonly EarlierVersion<Fact>[];

  constructor({ subject, since, fact, earlier, firstOn, lastOn }: SentRow) {
    this.subject = subject;
    this.firstOn = firstOn ?? ('' as CalendarDate);
    this.lastOn = lastOn;
    this.characters = fact.length + earlier.length;
    this.#since = since;
    this.#fact = JSON.parse(fact) as Fact;
    this.#earlier = earlier;
  }

  /**
   * The fact as it was known at the moment, in milliseconds since 1970; left out: the latest version. Undefined before
   * the first.
   */
  at(moment: number | undefined): Fact | undefined {
    if (moment === undefined || this.#since <= moment) return this.#fact;
    const fact = { ...this.#fact };
    for (const { at, was } of this.#versions()) {
      Object.assign(fact, was);
      if (at <= moment) return fact;
    }
    return undefined;
  }

  first(): Fact {
    return Object.assign({}, this.#fact, ...this.#versions().map(({ was }) => was)) as Fact;
  }

  #versions(): readonly EarlierVersion<Fact>[] {
    if (typeof this.#earlier === 'string') this.#earlier = JSON.parse(this.#earlier) as readonly EarlierVersion<Fact>[];
    return this.#earlier;
  }
}
