import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/reads.js';
import styles from './unit.module.css';

/** Data of a unit's page, as far as the user may see it. */
export type Overview = Answer<'/api/units/{unitId}/overview'>;

/** A part of the page, under its heading. */
export function UnitSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <Heading level={2} data-size="2xs">
        {title}
      </Heading>
      {children}
    </section>
  );
}
