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
  type ServerState,
  type Trouble,
  type Writing,
} from './writing.js';

/** A draft in the server's answer, with its additional fields. */
export interface ServerDraft extends ServerState {
  readonly savedAt: string | null;
  readonly savedBy: string | null;
}
export type SaveAnswer<S extends ServerDraft> =
  { readonly saved: S } | { readonly conflict: ServerState } | { readonly trouble: Trouble; readonly detail?: string };

/** Connection to the server. Promises never reject: faults are answers. */
export interface DraftApi<S extends ServerDraft> {
  save(revision: string, draft: Draft): Promise<SaveAnswer<S>>;
  read(): Promise<SaveAnswer<S>>;
}
export interface CopyStorage {
  keep(writing: Writing): boolean;
  drop(): void;
  left(): readonly Writing[];
  clear(): void;
}
/** Runs a task later; returns a function that cancels it. */
export type Later = (milliseconds: number, run: () => void) => () => void;

/** State of a draft for a page. A new object after every change. */
export interface Shown<S extends ServerDraft> {
  readonly writing: Writing;
  /** The server's latest answer. */
  readonly server: S;
  /** The server's reason for a refusal. */
  readonly detail: string | null;
  /** False when this machine could not store a copy either. */
  readonly keptHere: boolean;
  /** False while nobody has written: the content is proposed. */
  readonly touched: boolean;
}

/** Milliseconds between a keystroke and the save that includes it. */
const SAVE_AFTER = 900;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;

/**
 * One person's editing of one draft: saves automatically, keeps a local copy while anything is unsaved, retries with
 * increasing waits, and merges others' changes.
 */
export class DraftStore<S extends ServerDraft> {
  private shown: Shown<S>;
  private readonly listeners = new Set<() => void>();
  private timer: (() => void) | undefined;
  private newsWaits = false;
  private reading = false;
  private closed = false;
  /** False while the content is a proposal, which is neither saved nor stored locally. */
  private touched: boolean;

  /**
   * `draftApi` null: nothing is saved before the whole is filed (a correction); until then it is stored locally. `propose`:
   * initial content for a draft that nobody has saved.
   */
  constructor(
    private readonly draftApi: DraftApi<S> | null,
    private readonly copies: CopyStorage,
    private readonly later: Later,
    first: S,
    private readonly propose: (draft: Draft) => Draft = (draft) => draft,
  ) {
    const left = copies.left();
    this.touched = left.length > 0;
    const writing = this.proposed(resumed(first, left));
    this.shown = { writing, server: first, detail: null, keptHere: true, touched: this.touched };
    this.become(writing);
    // The old copies may only be deleted now that their content is stored again.
    if (left.length > 0 && this.shown.keptHere) copies.clear();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): Shown<S> => this.shown;

  /** Applies a change by the user. */
  edit(change: (draft: Draft) => Draft): void {
    const mine = change(this.shown.writing.mine);
    if (mine === this.shown.writing.mine) return;
    this.touched = true;
    this.become(typed(this.shown.writing, mine));
  }
  choose(at: string, choice: Choice): void {
    this.become(choose(this.shown.writing, at, choice));
  }
  /** Retries after the network is back or a user has signed in again. */
  recover(): void {
    this.become(recovered(this.shown.writing));
    void this.news();
  }
  /** Called when the browser reports that it is offline. */
  disconnected(): void {
    if (!this.shown.writing.trouble) this.become({ ...this.shown.writing, trouble: 'offline' });
  }

  /** Merges another user's save, after pending requests. */
  async news(): Promise<void> {
    if (this.closed || !this.draftApi) return;
    if (this.shown.writing.sending || this.reading) {
      this.newsWaits = true;
      return;
    }
    this.newsWaits = false;
    this.reading = true;
    const answer = await this.draftApi.read();
    this.reading = false;
    if (this.closed) return;
    // A save sent in the meantime brings the same changes.
    if ('saved' in answer && !this.shown.writing.sending)
      this.become(this.proposed(arrived(this.asSeen(), answer.saved)), answer.saved);
    if ('trouble' in answer && !this.shown.writing.sending) this.become(failed(this.shown.writing, answer.trouble));
    if (this.newsWaits) void this.news();
  }

  /**
   * Merges the current protocol when another correction came first: one's own text stays, and differing texts become
   * conflicts.
   */
  overtaken(now: S): void {
    this.touched = true;
    this.become(arrived(this.shown.writing, now), now);
  }

  /** Saves until nothing is left to save. True when the server has everything and no conflict remains. */
  async flush(): Promise<boolean> {
    this.touched = true;
    if (!this.draftApi) return true;
    while (!this.closed && (isDirty(this.shown.writing) || this.shown.writing.sending)) {
      this.callOff();
      if (this.shown.writing.sending) await this.nextChange();
      else await this.save();
      if (this.shown.writing.trouble) return false;
    }
    return isSafe(this.shown.writing);
  }

  /** Deletes all local copies, since the protocol is filed. */
  filed(): void {
    this.close();
    this.copies.drop();
    this.copies.clear();
  }
  /** Called when the page closes; unsaved text stays on the machine. */
  close(): void {
    this.closed = true;
    this.callOff();
  }
  /** Called when the page is mounted again (React runs effects twice in development). */
  open(): void {
    this.closed = false;
    this.plan();
  }

  /** The content without the proposal, while there is nothing else. */
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
    if (!this.draftApi || leaving === this.shown.writing || !leaving.sending) return;
    this.become(leaving);
    const answer = await this.draftApi.save(leaving.known.revision, leaving.sending);
    // A closed page ignores answers: pending text is in the copy, and may have arrived.
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
    for (const listener of this.listeners) listener();
  }

  /** Schedules the next save: soon after a change, with increasing waits after failures. */
  private plan(): void {
    const { writing } = this.shown;
    if (this.closed || !this.draftApi || !this.touched || writing.sending || !isDirty(writing)) return;
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
