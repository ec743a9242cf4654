import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { LIVE_OPTIONS, type LiveOptions, type LiveStream } from '#platform/live';
import { Directory } from '#registry/contract';
import { ProtocolDrafts } from '../protocol-drafts.js';
import { DraftSignals, type DraftSignal } from './draft-signals.js';
import type { DraftSaved, Presence } from './editors.dto.js';
import { Presences } from './presences.js';

/** Presence signals per heartbeat of an open stream; often enough that one may be lost before its reader counts as gone. */
const SIGNS_A_BEAT = 1.5;
const BEATS_UNTIL_GONE = 2;

type About = Pick<DraftSignal, 'tenant' | 'meetingId'>;
interface OpenDraft extends About {
  readonly streams: Set<LiveStream>;
  /** Queue that keeps the messages of a draft in order while names are looked up. */
  publishing: Promise<void>;
}

/** Concurrent writers of a draft: notifies each of the others' actions, in any process. */
@Injectable()
export class Editors implements OnModuleDestroy {
  private readonly openDrafts = new Map<string, OpenDraft>();
  private readonly book: Presences;
  private deaf: (() => void) | undefined;
  private signing: NodeJS.Timeout | undefined;

  constructor(
    private readonly signals: DraftSignals,
    private readonly drafts: ProtocolDrafts,
    private readonly directory: Directory,
    @Inject(LIVE_OPTIONS) private readonly options: LiveOptions,
  ) {
    this.book = new Presences(options.beatMs * BEATS_UNTIL_GONE);
  }

  /** Registers the stream for the draft's events from now on, and notifies the others of its reader, until it ends. */
  async join(meetingId: string, stream: LiveStream): Promise<void> {
    if (stream.ended.aborted) return;
    const { tenant, personId } = stream.asker;
    const about = { tenant, meetingId };
    const draft = this.openDraftOf(about);
    draft.streams.add(stream);
    stream.ended.addEventListener('abort', () => this.leave(draft, stream), { once: true });
    this.signals.publish({ what: 'here', ...about, personId });
    await Promise.all([this.showDraft(draft, [stream]), this.showPresence(draft, [stream])]);
  }

  /** Records the field that a person is in, and thus their presence; returns the others. */
  async at({ tenant, meetingId }: About, personId: string, field: string | null): Promise<Presence> {
    this.listen();
    this.signals.publish({ what: 'here', tenant, meetingId, personId, field });
    return this.presence({ tenant, meetingId }, personId);
  }

  onModuleDestroy(): void {
    clearInterval(this.signing);
    this.deaf?.();
  }

  private listen(): void {
    this.deaf ??= this.signals.listen(
      (signal) => this.receive(signal),
      () => {
        for (const draft of this.openDrafts.values()) void this.showDraft(draft, draft.streams);
      },
    );
    this.signing ??= setInterval(() => this.sign(), this.options.beatMs / SIGNS_A_BEAT).unref();
  }

  private openDraftOf(about: About): OpenDraft {
    this.listen();
    const draft = this.openDrafts.get(keyOf(about)) ?? { ...about, streams: new Set(), publishing: Promise.resolve() };
    this.openDrafts.set(keyOf(about), draft);
    return draft;
  }

  private leave(draft: OpenDraft, stream: LiveStream): void {
    const { tenant, meetingId, streams } = draft;
    const { personId } = stream.asker;
    streams.delete(stream);
    if (streams.size === 0) this.openDrafts.delete(keyOf(draft));
    // They may still be present in another window; if that is in another process, it reports so soon.
    if ([...streams].every(({ asker }) => asker.personId !== personId))
      this.signals.publish({ what: 'left', tenant, meetingId, personId });
  }

  private sign(): void {
    for (const { tenant, meetingId, streams } of this.openDrafts.values())
      for (const personId of new Set([...streams].map(({ asker }) => asker.personId)))
        this.signals.publish({ what: 'here', tenant, meetingId, personId });
    for (const key of this.book.sweep(performance.now())) this.presenceChanged(key);
  }

  private receive(signal: DraftSignal): void {
    const key = keyOf(signal);
    switch (signal.what) {
      case 'saved': {
        const draft = this.openDrafts.get(key);
        if (draft) void this.inTurn(draft, () => this.tellSaved(draft, draft.streams, signal));
        return;
      }
      case 'here':
        if (this.book.here(key, signal.personId, performance.now(), signal.field)) this.presenceChanged(key);
        return;
      case 'left':
        if (this.book.left(key, signal.personId)) this.presenceChanged(key);
    }
  }

  private presenceChanged(key: string): void {
    const draft = this.openDrafts.get(key);
    if (draft) void this.showPresence(draft, draft.streams);
  }

  private showPresence(draft: OpenDraft, to: Iterable<LiveStream>): Promise<void> {
    return this.inTurn(draft, async () => {
      for (const stream of [...to]) stream.send('presence', await this.presence(draft, stream.asker.personId));
    });
  }

  /** Sends the last saved draft; nothing if it was never saved. */
  private showDraft(draft: OpenDraft, to: Iterable<LiveStream>): Promise<void> {
    return this.inTurn(draft, async () => {
      const latest = await this.drafts.latest(draft.tenant, draft.meetingId);
      if (!latest) return;
      const { revision, savedBy, savedAt } = latest;
      await this.tellSaved(draft, to, { revision, savedBy, savedAt: savedAt.toISOString() });
    });
  }

  private async tellSaved(
    { tenant }: About,
    to: Iterable<LiveStream>,
    { revision, savedBy, savedAt }: { revision: number; savedBy: string; savedAt: string },
  ): Promise<void> {
    const [person] = await this.directory.people(tenant, [savedBy]);
    const by = { personId: savedBy, name: person?.name ?? '' };
    const event: DraftSaved = { revision: String(revision), savedBy: by, savedAt };
    for (const stream of to) stream.send('draft', event);
  }

  private async presence(about: About, besides: string): Promise<Presence> {
    const others = this.book.in(keyOf(about)).filter(({ personId }) => personId !== besides);
    const ids = others.map(({ personId }) => personId);
    const people = await this.directory.people(about.tenant, ids);
    const names = new Map(people.map(({ personId, name }) => [personId, name]));
    return { people: others.map((one) => ({ ...one, name: names.get(one.personId) ?? '' })) };
  }

  /** Runs tasks in sequence; a failed one is dropped, since the stream's reader requests the draft anyway. */
  private inTurn(draft: OpenDraft, work: () => Promise<void>): Promise<void> {
    draft.publishing = draft.publishing.then(work).catch(() => undefined);
    return draft.publishing;
  }
}

const keyOf = ({ tenant, meetingId }: About): string => `${tenant}/${meetingId}`;
