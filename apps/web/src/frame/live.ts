import { useEffect, useSyncExternalStore } from 'react';
import { isProblem } from '../api/problem.js';
import { read, useRefresh } from '../api/reads.js';
import { useSession } from './session.js';
import { toReadAnew, type Changed } from './read-anew.js';

/** Hidden for so long, a window lets go of its stream: browsers have few connections to a server to share. */
const HIDDEN_MS = 60_000;
/** A stream that was refused is asked for again after so long. */
const AGAIN_MS = 10_000;
const OF_EVERYTHING = '/api/live';

/** A stream that tells a page more than what changes; a window has one stream open, this or the ordinary one. */
export interface OwnStream {
  /** Such as `/api/meetings/{id}/draft/live`: it tells of changes too. */
  readonly address: string;
  /** What to do with its other events, by their name. */
  readonly on: Readonly<Record<string, (data: unknown) => void>>;
}

let own: OwnStream | undefined;
const watching = new Set<() => void>();
function choose(stream: OwnStream | undefined): void {
  own = stream;
  for (const told of watching) told();
}
const watch = (told: () => void) => {
  watching.add(told);
  return () => watching.delete(told);
};

/** While the page stands here, its own stream is followed in place of the ordinary one. `stream` must be kept by useMemo. */
export function useOwnStream(stream: OwnStream | undefined): void {
  useEffect(() => {
    if (!stream) return;
    choose(stream);
    return () => choose(undefined);
  }, [stream]);
}

/** Keeps what is shown as it is now: reads anew what others have changed. Once, in the frame. */
export function useLiveUpdates(): void {
  const refresh = useRefresh();
  const { ended, sessionHasEnded } = useSession();
  const stream = useSyncExternalStore(watch, () => own);
  useEffect(() => {
    if (ended) return;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const close = () => {
      source?.close();
      source = undefined;
    };
    const open = () => {
      close();
      source = new EventSource(stream?.address ?? OF_EVERYTHING);
      source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
        const beginnings = toReadAnew(JSON.parse(data) as Changed);
        if (beginnings) void refresh(...beginnings);
      });
      for (const [name, take] of Object.entries(stream?.on ?? {}))
        source.addEventListener(name, ({ data }: MessageEvent<string>) => take(JSON.parse(data)));
      source.addEventListener('error', () => {
        // where the line was lost the browser comes back by itself; where it was refused it does not
        if (source?.readyState !== EventSource.CLOSED) return;
        void read('/api/session').catch((fault: unknown) => {
          if (isProblem(fault) && fault.isSignedOut) sessionHasEnded();
        });
        clearTimeout(timer);
        timer = setTimeout(open, AGAIN_MS);
      });
    };
    const seen = () => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(close, HIDDEN_MS);
      else if (!source) {
        open();
        // what happened meanwhile was told to nobody
        void refresh();
      }
    };
    open();
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
      close();
    };
  }, [stream, ended, refresh, sessionHasEnded]);
}
