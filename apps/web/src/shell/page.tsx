import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import styles from './page.module.css';

interface PageProps {
  /** Heading of the page and title of the tab. */
  readonly title: string;
  /** A short line below the heading. */
  readonly lead?: ReactNode;
  /** Commands on the whole page; at most one is primary. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * The layout of every page: on navigation its heading takes the focus, so that screen reader users hear the new page.
 */
export function Page({ title, lead, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const arrival = useRef(useNavigationType());
  const first = useRef(true);
  useEffect(() => {
    document.title = `${title} – Samspill`;
  }, [title]);
  useEffect(() => {
    const landed = first.current && arrival.current === NavigationType.Pop;
    first.current = false;
    // The first page of a visit begins at the top of the document, as usual.
    if (!landed) heading.current?.focus({ preventScroll: true });
    // A change of the query string is no navigation: the focus stays.
  }, [pathname]);
  return (
    <>
      <header className={styles.head}>
        <div>
          <Heading level={1} data-size="md" ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </Heading>
          {lead && <Paragraph className={styles.lead}>{lead}</Paragraph>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </>
  );
}
