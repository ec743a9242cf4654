import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { withNext, type Announcement } from './announcements.js';

const Announce = createContext<(words: string) => void>(() => undefined);

/** Says something to those who hear the page: that it was saved, how many a filter left. */
export const useAnnounce = (): ((words: string) => void) => use(Announce);

/**
 * A live region with the last two announcements. The earlier one stays, so that two announcements within the same
 * moment (a moved row, the first save) are both read out. Each one is an element of its own, so that equal words are
 * read out again.
 */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [announcements, setAnnouncements] = useState<readonly Announcement[]>([]);
  const announce = useCallback((words: string) => setAnnouncements((earlier) => withNext(earlier, words)), []);
  return (
    <Announce value={announce}>
      {children}
      <div className="only-for-readers" role="status" aria-atomic={false}>
        {announcements.map(({ key, words }) => (
          <p key={key}>{words}</p>
        ))}
      </div>
    </Announce>
  );
}
