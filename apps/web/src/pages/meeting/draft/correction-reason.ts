import { holdsNationalNumber } from '#platform/kernel/plain';
import { addDays, type Day } from '../../../words/typed/days.js';
import { UNSENT } from '../../../session/unsent-texts.js';
import type { PageStorage } from '../../../storage/storage.js';

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
    private readonly storage: PageStorage,
    { personId, of }: { readonly personId: string; readonly of: string },
    private readonly today: Day,
  ) {
    this.key = `${PREFIX}${personId}/${of}`;
  }

  get reason(): string {
    return this.read(this.key)?.reason ?? '';
  }

  /** Does not store an empty reason or one with a national number. */
  keep(reason: string): void {
    if (reason.trim() === '' || holdsNationalNumber(reason)) return this.storage.remove(this.key);
    this.storage.write(this.key, JSON.stringify({ keptOn: this.today, reason } satisfies Kept));
  }

  /** Deletes outdated reasons of all users. */
  sweep(): void {
    for (const key of this.storage.keys()) {
      if (!key.startsWith(PREFIX)) continue;
      const kept = this.read(key);
      if (!kept || kept.keptOn < addDays(this.today, -DAYS_KEPT)) this.storage.remove(key);
    }
  }

  private read(key: string): Kept | undefined {
    try {
      return JSON.parse(this.storage.read(key) ?? '') as Kept;
    } catch {
      return undefined;
    }
  }
}
