import { holdsNationalNumber } from '#platform/kernel/plain';
import { addDays, type Day } from '../../../words/typed/days.js';
import { UNSENT, type TextStorage } from '../../../session/unsent-texts.js';

const PREFIX = `${UNSENT.reason}/`;
const DAYS_KEPT = 30;

interface Kept {
  readonly keptOn: Day;
  readonly reason: string;
}

/** Reason of a correction, stored locally until it is filed; `of` is the meeting and version. */
export class CorrectionReason {
  private readonly key: string;

  constructor(
    private readonly storage: TextStorage,
    { personId, of }: { readonly personId: string; readonly of: string },
    private readonly today: Day,
  ) {
    this.key = `${PREFIX}${personId}/${of}`;
  }

  get reason(): string {
    return this.read(this.key)?.reason ?? '';
  }

  /** Does not store an empty reason or one with a national number. Failing storage is no fault here. */
  keep(reason: string): void {
    try {
      if (reason.trim() === '' || holdsNationalNumber(reason)) return this.storage.removeItem(this.key);
      this.storage.setItem(this.key, JSON.stringify({ keptOn: this.today, reason } satisfies Kept));
    } catch {
      // storage is full: the reason stays on the screen
    }
  }

  /** Deletes outdated reasons of all users. */
  sweep(): void {
    const keys = Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i));
    for (const key of keys) {
      if (!key?.startsWith(PREFIX)) continue;
      const kept = this.read(key);
      if (!kept || kept.keptOn < addDays(this.today, -DAYS_KEPT)) this.storage.removeItem(key);
    }
  }

  private read(key: string): Kept | undefined {
    try {
      return JSON.parse(this.storage.getItem(key) ?? '') as Kept;
    } catch {
      return undefined;
    }
  }
}
