import type { Draft } from './draft.js';
import {
  arrived,
  choose,
  failed,
  isDirty,
  isSafe,
  recovered,
  resumed,
  saved,
  sent,
  typed,
  type Choice,
  type Known,
  type Trouble,
  type Writing,
} from './writing.js';

/** A draft as the server answers it, with whatever it says beside. */
export interface ServerDraft extends Known {
  readonly savedAt: string | null;
  readonly savedBy: string | null;
}
export type SaveAnswer<S extends ServerDraft> =
  { readonly saved: S } | { readonly conflict: Known } | { readonly trouble: Trouble; readonly detail?: string };

/** The way to the server. Neither promise is ever rejected: what goes wrong is an answer. */
export interface DraftDoor<S extends ServerDraft> {
  save(revision: string, draft: Draft): Promise<SaveAnswer<S>>;
  read(): Promise<SaveAnswer<S>>;
}
export interface CopyShelf {
  keep(writing: Writing): boolean;
  drop(): void;
  left(): readonly Writing[];
  clear(): void;
}
/** Runs something later; the answer calls it off. */
export type Later = (milliseconds: number, run: () => void) => () => void;

/** What a page shows of a draft. A new object whenever something changed. */
export interface Shown<S extends ServerDraft> {
  readonly writing: Writing;
  /** The server's latest answer. */
  readonly server: S;
  /** In the server's words, what it did not take. */
  readonly detail: string | null;
  /** False where this machine would not keep a copy either. */
  readonly keptHere: boolean;
  /** False while nobody has written anything here: what stands on the screen is proposed. */
  readonly touched: boolean;
}

/** Between a keystroke and the save that takes it along, in milliseconds. */
const SAVE_AFTER = 900;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;

/**
 * One person's writing of one draft, alive: saves by itself, keeps a copy on the machine for as long as something is not
 * with the server, tries again with longer and longer waits, and takes in what others write.
 */
export class DraftStore<S extends ServerDraft> {
  private shown: Shown<S>;
  private readonly listeners = new Set<() => void>();
  private timer: (() => void) | undefined;
  private newsWaits = false;
  private reading = false;
  private closed = false;
  /** Until somebody has written, what stands on the screen is a proposal: it is neither saved nor kept. */
  private touched: boolean;

  /**
   * `door` null: nothing is saved before it is filed whole (a correction); until then it is kept on the machine.
   * `propose`: what a draft that nobody has saved is shown as.
   */
  constructor(
    private readonly door: DraftDoor<S> | null,
    private readonly copies: CopyShelf,
    private readonly later: Later,
    first: S,
    private readonly propose: (draft: Draft) => Draft = (draft) => draft,
  ) {
    const left = copies.left();
    this.touched = left.length > 0;
    const writing = this.proposed(resumed(first, left));
    this.shown = { writing, server: first, detail: null, keptHere: true, touched: this.touched };
    this.become(writing);
    // Only now that they are kept anew may the old ones go.
    if (left.length > 0 && this.shown.keptHere) copies.clear();
  }

  readonly subscribe = (told: () => void): (() => void) => {
    this.listeners.add(told);
    return () => this.listeners.delete(told);
  };
  readonly snapshot = (): Shown<S> => this.shown;

  /** Somebody typed, ticked, added or took away. */
  edit(change: (draft: Draft) => Draft): void {
    const mine = change(this.shown.writing.mine);
    if (mine === this.shown.writing.mine) return;
    this.touched = true;
    this.become(typed(this.shown.writing, mine));
  }
  choose(at: string, choice: Choice): void {
    this.become(choose(this.shown.writing, at, choice));
  }
  /** The network is back, or somebody has signed in again. */
  recover(): void {
    this.become(recovered(this.shown.writing));
    void this.news();
  }
  /** The browser knows by itself that there is no network. */
  disconnected(): void {
    if (!this.shown.writing.trouble) this.become({ ...this.shown.writing, trouble: 'offline' });
  }

  /** Somebody else has saved: reads it in, after what is on its way. */
  async news(): Promise<void> {
    if (this.closed || !this.door) return;
    if (this.shown.writing.sending || this.reading) {
      this.newsWaits = true;
      return;
    }
    this.newsWaits = false;
    this.reading = true;
    const answer = await this.door.read();
    this.reading = false;
    if (this.closed) return;
    // A save that left in the meantime brings the same with it.
    if ('saved' in answer && !this.shown.writing.sending)
      this.become(this.proposed(arrived(this.asSeen(), answer.saved)), answer.saved);
    if ('trouble' in answer && !this.shown.writing.sending) this.become(failed(this.shown.writing, answer.trouble));
    if (this.newsWaits) void this.news();
  }

  /** What stands now, where a correction was overtaken: what is written here stays, and both stand where they differ. */
  overtaken(now: S): void {
    this.touched = true;
    this.become(arrived(this.shown.writing, now), now);
  }

  /** Saves until nothing is left to save. True when everything is with the server and no choice waits. */
  async flush(): Promise<boolean> {
    this.touched = true;
    if (!this.door) return true;
    while (!this.closed && (isDirty(this.shown.writing) || this.shown.writing.sending)) {
      this.callOff();
      if (this.shown.writing.sending) await this.nextChange();
      else await this.save();
      if (this.shown.writing.trouble) return false;
    }
    return isSafe(this.shown.writing);
  }

  /** The protocol is filed: nothing of it is to stay on the machine. */
  filed(): void {
    this.close();
    this.copies.drop();
    this.copies.clear();
  }
  /** The page goes away; what is unsaved stays on the machine. */
  close(): void {
    this.closed = true;
    this.callOff();
  }
  /** The page is there again (React opens effects twice while developing). */
  open(): void {
    this.closed = false;
    this.plan();
  }

  /** The writing without the proposal, while that is all there is. */
  private asSeen(): Writing {
    const { writing } = this.shown;
    return this.touched ? writing : { ...writing, mine: writing.known.draft };
  }
  private proposed(writing: Writing): Writing {
    const isNew = !this.touched && writing.known.revision === '0';
    return isNew ? { ...writing, mine: this.propose(writing.known.draft) } : writing;
  }

  private async save(): Promise<void> {
    this.callOff();
    const leaving = sent(this.shown.writing);
    if (!this.door || leaving === this.shown.writing || !leaving.sending) return;
    this.become(leaving);
    const answer = await this.door.save(leaving.known.revision, leaving.sending);
    // A closed page hears no more: what was on its way is in the copy, and may have arrived.
    if (this.closed) return;
    if ('saved' in answer) this.become(saved(this.shown.writing, answer.saved), answer.saved);
    else if ('conflict' in answer) this.become(arrived(this.shown.writing, answer.conflict));
    else this.become(failed(this.shown.writing, answer.trouble), undefined, answer.detail ?? null);
    if (this.newsWaits) void this.news();
  }

  private become(writing: Writing, server: S = this.shown.server, detail: string | null = null): void {
    let keptHere = true;
    if (isSafe(writing) || !this.touched) this.copies.drop();
    else keptHere = this.copies.keep(writing);
    this.shown = {
      writing,
      server,
      detail: writing.trouble ? (detail ?? this.shown.detail) : null,
      keptHere,
      touched: this.touched,
    };
    this.plan();
    for (const told of this.listeners) told();
  }

  /** When the next save is to be: soon after something was written, later and later while it fails. */
  private plan(): void {
    const { writing } = this.shown;
    if (this.closed || !this.door || !this.touched || writing.sending || !isDirty(writing)) return;
    const { trouble, failures } = writing;
    if (trouble === 'signed-out' || trouble === 'refused' || trouble === 'filed' || trouble === 'forbidden') return;
    const wait = failures === 0 ? SAVE_AFTER : Math.min(FIRST_RETRY * 2 ** (failures - 1), LAST_RETRY);
    this.timer ??= this.later(wait, () => {
      this.timer = undefined;
      void this.save();
    });
  }
  private callOff(): void {
    this.timer?.();
    this.timer = undefined;
  }
  private nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        stop();
        resolve();
      });
    });
  }
}
