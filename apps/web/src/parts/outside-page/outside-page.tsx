import { Heading } from '@digdir/designsystemet-react';
import { useEffect, type ReactNode } from 'react';
import styles from './outside-page.module.css';

interface OutsidePageProps {
  readonly title: string;
  /** Stands between the name of Samspill and the heading. */
  readonly tag?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a page without navigation, for people who are not signed in or need not be. */
export function OutsidePage({ title, tag, children }: OutsidePageProps) {
  useEffect(() => {
    document.title = `${title} – Samspill`;
  }, [title]);
  return (
    <main className={styles.page}>
      <p className={styles.brand}>Samspill</p>
      {tag}
      <Heading level={1} data-size="md">
        {title}
      </Heading>
      {children}
    </main>
  );
}
