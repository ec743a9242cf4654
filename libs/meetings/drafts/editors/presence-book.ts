/** A person in front of a draft. */
export interface Present {
  readonly personId: string;
  /** The field they are in, by its path in the draft; null where they are in none. */
  readonly field: string | null;
}
interface Sign {
  readonly field: string | null;
  /** They are gone by then, unless there is another sign of them. */
  readonly until: number;
}

/** Who sits in front of which draft, as far as this process has heard. In memory only: who was where is nobody's business later. */
export class PresenceBook {
  private readonly drafts = new Map<string, Map<string, Sign>>();

  /** `goneAfter` in the unit of `now`: so long after the last sign of a person they are gone. */
  constructor(private readonly goneAfter: number) {}

  /** A sign of a person. `field` not given: where they were. True where it changes what others see. */
  here(draft: string, personId: string, now: number, field?: string | null): boolean {
    const signs = this.drafts.get(draft) ?? new Map<string, Sign>();
    this.drafts.set(draft, signs);
    const before = signs.get(personId);
    const sign = { field: field === undefined ? (before?.field ?? null) : field, until: now + this.goneAfter };
    signs.set(personId, sign);
    return before?.field !== sign.field;
  }

  /** They said that they left. True where they were here. */
  left(draft: string, personId: string): boolean {
    const signs = this.drafts.get(draft);
    const wasHere = signs?.delete(personId) ?? false;
    if (signs?.size === 0) this.drafts.delete(draft);
    return wasHere;
  }

  /** Lets go of those of whom there was no sign for too long; the drafts where that changes what others see. */
  sweep(now: number): readonly string[] {
    return [...this.drafts].flatMap(([draft, signs]) => {
      const gone = [...signs].filter(([, { until }]) => until <= now);
      for (const [personId] of gone) this.left(draft, personId);
      return gone.length > 0 ? [draft] : [];
    });
  }

  /** In the order in which they came. */
  in(draft: string): readonly Present[] {
    return [...(this.drafts.get(draft) ?? [])].map(([personId, { field }]) => ({ personId, field }));
  }
}
