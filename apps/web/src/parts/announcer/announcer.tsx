import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { withNext, type Announcement } from './announcements.js';

const Announce = createContext<(words: string) => void>(() => undefined);

/** Announces a status to screen readers, such as a save or the number of filtered items. */
export const useAnnounce = (): ((words: string) => void) => use(Announce);

/**
 * A live region with the last two announcements. The earlier one stays, so that two announcements at nearly the same
 * time (a moved row, the first save) are both read out. Each is an element of its own, so that an equal text is read
 * out again.
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
