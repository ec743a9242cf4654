import { useEffect, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { tabStorage } from '../storage/storage.js';

/** Storage key of scroll positions by history entry; they survive a reload. */
const KEPT = 'samspill.scroll-places';

/**
 * Going back restores the scroll position; another page begins at its top. A change of the query string does not
 * scroll.
 */
export function useScrollPlace(): void {
  const { key, pathname, hash } = useLocation();
  const cameBy = useNavigationType();
  const places = useRef<Record<string, number>>(undefined);
  const at = useRef({ key, pathname });
  useEffect(() => {
    const note = () => {
      if (places.current) places.current[at.current.key] = window.scrollY;
    };
    const keep = () => tabStorage.write(KEPT, JSON.stringify(places.current ?? {}));
    history.scrollRestoration = 'manual';
    addEventListener('scroll', note, { passive: true });
    addEventListener('pagehide', keep);
    return () => {
      history.scrollRestoration = 'auto';
      removeEventListener('scroll', note);
      removeEventListener('pagehide', keep);
    };
  }, []);
  useLayoutEffect(() => {
    const before = at.current;
    at.current = { key, pathname };
    places.current ??= JSON.parse(tabStorage.read(KEPT) ?? '{}') as Record<string, number>;
    const part = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (cameBy === NavigationType.Pop) scrollTo(0, places.current[key] ?? window.scrollY);
    else if (part) part.scrollIntoView();
    else if (before.pathname !== pathname) scrollTo(0, 0);
  }, [key, pathname, hash, cameBy]);
}
