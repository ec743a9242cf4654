import { useEffect } from 'react';
import { ageOfEarly } from '../early/early-answers.js';
import { isProblem } from '../api/problem.js';
import { read, useRefresh } from '../api/reads.js';
import { useSession } from './session.js';
import { pathsToRefetch, type Changed } from '../api/paths-by-kind.js';

/** Milliseconds after which a hidden window closes its stream: browsers share few connections to a server. */
const HIDDEN_MS = 60_000;
/** Milliseconds until the cause of a stream's end is looked for. A page that is being left does not last so long. */
const CAUSE_MS = 500;
/** Milliseconds until a refused stream is requested again. */
const AGAIN_MS = 10_000;
/** Milliseconds between an early answer and the stream after which the answer is read again. */
const SLOW_MS = 5_000;

/** Keeps the page up to date: reads again what others have changed. Used once, in the layout. */
export function useLiveUpdates(): void {
  const refresh = useRefresh();
  const { ended, sessionHasEnded } = useSession();
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
      source = new EventSource('/api/live');
      source.addEventListener('ready', () => {
        // what changed between an early answer and the stream was not reported
        if (first && ageOfEarly() > SLOW_MS) void refresh();
        first = false;
      });
      source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
        const beginnings = pathsToRefetch(JSON.parse(data) as Changed);
        if (beginnings) void refresh(...beginnings);
      });
      source.addEventListener('error', () => {
        // the browser reconnects a lost stream by itself, but not a refused one
        if (source?.readyState !== EventSource.CLOSED) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          void read('/api/session').catch((fault: unknown) => {
            if (isProblem(fault) && fault.isSignedOut) sessionHasEnded();
          });
          timer = setTimeout(open, AGAIN_MS);
        }, CAUSE_MS);
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
  }, [ended, refresh, sessionHasEnded]);
}
