import { addDays, type Day } from '../../../words/typed/days.js';
import { withoutNumbers } from './held-back.js';
import type { Writing } from './writing.js';

/** Where text is kept on this machine; `localStorage` in a browser. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Whose text it is, of which meeting, and which opening of the page wrote it. */
export interface CopyOwner {
  readonly personId: string;
  readonly meetingId: string;
  /** Chance made when the page was opened: two windows never write over each other's copy. */
  readonly windowId: string;
}

const PREFIX = 'samspill.utkast';
const DAYS_KEPT = 30;

interface Kept {
  readonly format: 1;
  readonly keptOn: Day;
  readonly writing: Writing;
}

/**
 * What somebody has typed and the server has not got, kept on this machine while that is so (ADR 0106). Written at every
 * keystroke and at once, because a page may die at any moment. One person's copies are never given to another.
 */
export class LocalCopies {
  private readonly own: string;
  private readonly mine: string;

  constructor(
    private readonly shelf: Shelf,
    { personId, meetingId, windowId }: CopyOwner,
    private readonly today: Day,
  ) {
    this.mine = `${PREFIX}/${personId}/${meetingId}/`;
    this.own = `${this.mine}${windowId}`;
  }

  /** False where the machine would not keep it (no room, or storage is forbidden): the user must be told. */
  keep(writing: Writing): boolean {
    try {
      const kept = { ...writing, mine: withoutNumbers(writing.mine) };
      this.shelf.setItem(this.own, JSON.stringify({ format: 1, keptOn: this.today, writing: kept } satisfies Kept));
      return true;
    } catch {
      return false;
    }
  }

  /** The text is safe elsewhere. */
  drop(): void {
    this.shelf.removeItem(this.own);
  }

  /** What this person left on this machine of this meeting, the oldest first. */
  left(): readonly Writing[] {
    return this.keysOf(this.mine)
      .filter((key) => key !== this.own)
      .map((key) => this.read(key))
      .filter((kept) => kept !== undefined)
      .toSorted((a, b) => (a.keptOn < b.keptOn ? -1 : 1))
      .map(({ writing }) => writing);
  }

  /** Takes away what others of this person's windows left; only when it is kept anew, filed, or the person says so. */
  clear(): void {
    for (const key of this.keysOf(this.mine)) if (key !== this.own) this.shelf.removeItem(key);
  }

  /** Takes away everyone's copies that are too old to be wanted, and what cannot be read. */
  sweep(): void {
    for (const key of this.keysOf(`${PREFIX}/`)) {
      const kept = this.read(key);
      if (!kept || kept.keptOn < addDays(this.today, -DAYS_KEPT)) this.shelf.removeItem(key);
    }
  }

  private keysOf(beginning: string): string[] {
    const keys = Array.from({ length: this.shelf.length }, (_, i) => this.shelf.key(i));
    return keys.filter((key) => key !== null && key.startsWith(beginning)) as string[];
  }

  private read(key: string): Kept | undefined {
    try {
      const kept = JSON.parse(this.shelf.getItem(key) ?? '') as Kept;
      return kept.format === 1 ? kept : undefined;
    } catch {
      return undefined;
    }
  }
}
