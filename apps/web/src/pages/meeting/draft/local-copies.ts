import { addDays, type Day } from '../../../words/typed/days.js';
import { UNSENT } from '../../../session/unsent-texts.js';
import type { PageStorage } from '../../../storage/storage.js';
import { withoutNumbers } from './unsendable-texts.js';
import type { Writing } from './writing.js';

/** Owner of the text, its meeting, and the window that wrote it. */
export interface CopyOwner {
  readonly personId: string;
  readonly meetingId: string;
  /** Random id of the window, so that windows never overwrite each other's copy. */
  readonly windowId: string;
}

const PREFIX = UNSENT.draft;
const DAYS_KEPT = 30;

interface Kept {
  readonly format: 1;
  readonly keptOn: Day;
  readonly writing: Writing;
}

/**
 * Unsaved text stored locally until the server has it (ADR 0106). Written synchronously at every keystroke, since a
 * page may crash at any time. A person's copies are never shown to another.
 */
export class LocalCopies {
  private readonly own: string;
  private readonly mine: string;

  constructor(
    private readonly storage: PageStorage,
    { personId, meetingId, windowId }: CopyOwner,
    private readonly today: Day,
  ) {
    this.mine = `${PREFIX}/${personId}/${meetingId}/`;
    this.own = `${this.mine}${windowId}`;
  }

  /** False when it could not be stored (no room, or storage is forbidden): the user must be told. */
  keep(writing: Writing): boolean {
    const kept = { ...writing, mine: withoutNumbers(writing.mine) };
    return this.storage.write(
      this.own,
      JSON.stringify({ format: 1, keptOn: this.today, writing: kept } satisfies Kept),
    );
  }

  /** Deletes the copy, since the text is saved elsewhere. */
  drop(): void {
    this.storage.remove(this.own);
  }

  /** This person's local copies of this meeting, oldest first. */
  left(): readonly Writing[] {
    return this.keysOf(this.mine)
      .filter((key) => key !== this.own)
      .map((key) => this.read(key))
      .filter((kept) => kept !== undefined)
      .toSorted((a, b) => (a.keptOn < b.keptOn ? -1 : 1))
      .map(({ writing }) => writing);
  }

  /**
   * Deletes copies of this person's other windows; only when they are stored again, filed, or dismissed by the person.
   */
  clear(): void {
    for (const key of this.keysOf(this.mine)) if (key !== this.own) this.storage.remove(key);
  }

  /** Deletes outdated and unreadable copies of all users. */
  sweep(): void {
    for (const key of this.keysOf(`${PREFIX}/`)) {
      const kept = this.read(key);
      if (!kept || kept.keptOn < addDays(this.today, -DAYS_KEPT)) this.storage.remove(key);
    }
  }

  private keysOf(beginning: string): readonly string[] {
    return this.storage.keys().filter((key) => key.startsWith(beginning));
  }

  private read(key: string): Kept | undefined {
    try {
      const kept = JSON.parse(this.storage.read(key) ?? '') as Kept;
      return kept.format === 1 ? kept : undefined;
    } catch {
      return undefined;
    }
  }
}
