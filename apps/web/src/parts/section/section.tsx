import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly id: string;
  readonly title: ReactNode;
  /** A short line about the content. */
  readonly lead?: ReactNode;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A part of a page with its heading. */
export function Section({ id, title, lead, level = 2, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div>
        <Heading level={level} data-size={level === 2 ? 'xs' : '2xs'} id={id} className={styles.heading}>
          {title}
        </Heading>
        {lead && (
          <Paragraph data-size="sm" className={styles.lead}>
            {lead}
          </Paragraph>
        )}
      </div>
      {children}
    </section>
  );
}
