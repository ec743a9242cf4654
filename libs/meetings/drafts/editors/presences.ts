/** A person present at a draft. */
export interface Present {
  readonly personId: string;
  /** Path of the field they are in; null for none. */
  readonly field: string | null;
}
interface Sign {
  readonly field: string | null;
  /** Time at which they count as gone unless there is another heartbeat. */
  readonly until: number;
}

/** Presence of people at drafts, as known to this process. In memory only, since nobody needs it later. */
export class Presences {
  private readonly drafts = new Map<string, Map<string, Sign>>();

  /** `goneAfter` in the unit of `now`: time after a person's last heartbeat until they count as gone. */
  constructor(private readonly goneAfter: number) {}

  /** Records a heartbeat of a person; without `field`, the field stays. True when the others' view changes. */
  here(draft: string, personId: string, now: number, field?: string | null): boolean {
    const signs = this.drafts.get(draft) ?? new Map<string, Sign>();
    this.drafts.set(draft, signs);
    const before = signs.get(personId);
    const sign = { field: field === undefined ? (before?.field ?? null) : field, until: now + this.goneAfter };
    signs.set(personId, sign);
    return before?.field !== sign.field;
  }

  /** Records that a person left. True when they were present. */
  left(draft: string, personId: string): boolean {
    const signs = this.drafts.get(draft);
    const wasHere = signs?.delete(personId) ?? false;
    if (signs?.size === 0) this.drafts.delete(draft);
    return wasHere;
  }

  /** Removes people without a recent heartbeat; returns the drafts for which the others' view changes. */
  sweep(now: number): readonly string[] {
    return [...this.drafts].flatMap(([draft, signs]) => {
      const gone = [...signs].filter(([, { until }]) => until <= now);
      for (const [personId] of gone) this.left(draft, personId);
      return gone.length > 0 ? [draft] : [];
    });
  }

  /** In order of arrival. */
  in(draft: string): readonly Present[] {
    return [...(this.drafts.get(draft) ?? [])].map(([personId, { field }]) => ({ personId, field }));
  }
}
