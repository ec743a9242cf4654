import { createContext, use, useCallback, useState, type ReactNode } from 'react';

const Announce = createContext<(words: string) => void>(() => undefined);

/** Says something to those who hear the page: that it was saved, how many a filter left. */
export const useAnnounce = (): ((words: string) => void) => use(Announce);

/** Two regions in turn, so that the same words are said again. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<readonly [string, string]>(['', '']);
  const announce = useCallback((words: string) => setSaid(([even]) => (even === '' ? [words, ''] : ['', words])), []);
  return (
    <Announce value={announce}>
      {children}
      <div className="only-for-readers" role="status">
        {said[0]}
      </div>
      <div className="only-for-readers" role="status">
        {said[1]}
      </div>
    </Announce>
  );
}
