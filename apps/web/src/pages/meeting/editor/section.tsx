import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionKey } from './sections.js';
import styles from './editor.module.css';

/** A part of the protocol: its heading, what can be done with all of it, and `Alt` with its number. */
export function Section({
  of,
  number,
  beside,
  children,
}: {
  readonly of: SectionKey;
  readonly number: number;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('meeting');
  return (
    <section className={styles.section} data-section={of} aria-labelledby={`section-${of}`}>
      <div className={styles.sectionHead}>
        <Heading level={2} data-size="xs" id={`section-${of}`} tabIndex={-1} data-place={of}>
          {t(`section.${of}`)}
        </Heading>
        {beside}
        <kbd className={styles.key} aria-hidden>
          Alt {number}
        </kbd>
      </div>
      {children}
    </section>
  );
}
