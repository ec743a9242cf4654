import { useEffect, useSyncExternalStore } from 'react';
import { ageOfEarly } from '../early/early-answers.js';
import { isProblem } from '../api/problem.js';
import { read, useRefresh } from '../api/reads.js';
import { useSession } from './session.js';
import { pathsToRefetch, type Changed } from '../api/paths-by-kind.js';

/** Milliseconds after which a hidden window closes its stream: browsers share few connections to a server. */
const HIDDEN_MS = 60_000;
/** Milliseconds until a refused stream is requested again. */
const AGAIN_MS = 10_000;
/** Milliseconds between an early answer and the stream after which the answer is read again. */
const SLOW_MS = 5_000;
const OF_EVERYTHING = '/api/live';

/** A stream with more events than changes; a window has only one stream open, this or the ordinary one. */
export interface OwnStream {
  /** Such as `/api/meetings/{id}/draft/live`, which reports changes too. */
  readonly address: string;
  /** Handlers of its other events, by name. */
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

/** Uses the page's own stream in place of the ordinary one while it is mounted. `stream` must be memoised. */
export function useOwnStream(stream: OwnStream | undefined): void {
  useEffect(() => {
    if (!stream) return;
    choose(stream);
    return () => choose(undefined);
  }, [stream]);
}

/** Keeps the page up to date: reads again what others have changed. Used once, in the layout. */
export function useLiveUpdates(): void {
  const refresh = useRefresh();
  const { ended, sessionHasEnded } = useSession();
  const stream = useSyncExternalStore(watch, () => own);
  useEffect(() => {
    if (ended) return;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let first = true;
    const close = () => {
      source?.close();
      source = undefined;
    };
    const open = () => {
      close();
      source = new EventSource(stream?.address ?? OF_EVERYTHING);
      source.addEventListener('ready', () => {
        // what changed between an early answer and the stream was not reported
        if (first && ageOfEarly() > SLOW_MS) void refresh();
        first = false;
      });
      source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
        const beginnings = pathsToRefetch(JSON.parse(data) as Changed);
        if (beginnings) void refresh(...beginnings);
      });
      for (const [name, take] of Object.entries(stream?.on ?? {}))
        source.addEventListener(name, ({ data }: MessageEvent<string>) => take(JSON.parse(data)));
      source.addEventListener('error', () => {
        // the browser reconnects a lost stream by itself, but not a refused one
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
        // changes in the meantime were not reported
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
