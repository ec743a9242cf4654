import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import styles from './page.module.css';

interface PageProps {
  /** What the page is: its heading, and the name of the tab. */
  readonly title: string;
  /** One quiet line below the heading. */
  readonly lead?: ReactNode;
  /** What one can do with the whole page; at most one of them primary. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page: its heading takes the focus when one comes here, so that readers hear where they are. */
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
    // The first page of a visit begins at the top of the document, as any page does.
    if (!landed) heading.current?.focus({ preventScroll: true });
    // A choice that only changes what follows `?` is no arrival: the focus stays where it was made.
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
