import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import styles from './section.module.css';

/** A part of the page with its heading; `lead` summarises it in a short line. */
export function Section({
  id,
  title,
  lead,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div>
        <Heading level={2} data-size="xs" id={id}>
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
