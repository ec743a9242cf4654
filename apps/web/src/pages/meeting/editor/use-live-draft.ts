import { useEffect, useState } from 'react';
import { api } from '../../../api/client.js';
import { useSession } from '../../../session/session.js';
import type { DraftStore } from '../draft/draft-store.js';
import { placeByNumber } from '../draft/places.js';
import type { ServerAnswer } from './editing.js';
import { Writers, type Writer } from './writers.js';

/** Milliseconds between reads of the draft without a stream (when a proxy blocks it). */
const ASK_EVERY_MS = 15_000;

/** Merges others' saves, and tells them which field the user is in. */
export function useLiveDraft(meetingId: string, store: DraftStore<ServerAnswer>, shared: boolean): Writers {
  const { ended } = useSession();
  const [writers] = useState(() => new Writers());

  useEffect(() => {
    if (ended || !shared) return;
    const stream = new EventSource(`/api/meetings/${meetingId}/draft/live`);
    const messageOf = ({ data }: MessageEvent): unknown => JSON.parse(String(data));
    stream.addEventListener('draft', (event) => {
      const { revision } = messageOf(event) as { readonly revision: string };
      if (Number(revision) > Number(store.snapshot().writing.known.revision)) void store.news();
    });
    stream.addEventListener('presence', (event) => {
      const { people } = messageOf(event) as { readonly people: readonly Writer[] };
      const { mine } = store.snapshot().writing;
      writers.become(people.map((it) => ({ ...it, field: it.field && placeByNumber(mine, it.field) })));
    });
    const asking = setInterval(() => {
      if (stream.readyState === EventSource.CLOSED) void store.news();
    }, ASK_EVERY_MS);
    return () => {
      clearInterval(asking);
      stream.close();
      writers.become([]);
    };
  }, [meetingId, store, writers, ended, shared]);

  useEffect(() => {
    if (!shared) return;
    let at: string | null = null;
    const moved = (event: FocusEvent) => {
      const place = (event.target as Element | null)?.closest('[data-place]')?.getAttribute('data-place') ?? null;
      if (place === at) return;
      at = place;
      void api
        .POST('/api/meetings/{meetingId}/draft/presence', { params: { path: { meetingId } }, body: { field: place } })
        // Presence is irrelevant without a network.
        .catch(() => undefined);
    };
    document.addEventListener('focusin', moved);
    return () => document.removeEventListener('focusin', moved);
  }, [meetingId, shared]);
  return writers;
}
