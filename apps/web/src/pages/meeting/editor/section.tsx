import { Heading, ValidationMessage } from '@digdir/designsystemet-react';
import { ChevronDownIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShown } from './editing.js';
import { useFolding } from './use-folding.js';
import type { SectionKey } from './sections.js';
import { useSectionSummary } from './section-summary.js';
import styles from './section.module.css';

/**
 * A section of the protocol: heading, commands on all of it, and `Alt` with its number. Collapsed, its heading shows
 * the progress; its content stays mounted and is printed.
 */
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
  const [folded, fold] = useFolding(of);
  const inShort = useSectionSummary(of);
  const warning = useShown(({ server }) => server.warnings.find(({ at }) => at === of)?.detail);
  return (
    <section className={styles.section} data-section={of} aria-labelledby={`section-${of}`}>
      <div className={styles.sectionHead}>
        <Heading level={2} data-size="xs" id={`section-${of}`} data-place={of}>
          <button
            type="button"
            className={styles.fold}
            data-fold
            aria-expanded={!folded}
            aria-controls={`section-${of}-body`}
            onClick={() => fold(!folded)}
          >
            {folded ? <ChevronRightIcon aria-hidden /> : <ChevronDownIcon aria-hidden />}
            <span>
              {t(`section.${of}`)}
              {folded && <span className={styles.inShort}> {inShort}</span>}
            </span>
          </button>
        </Heading>
        {!folded && beside}
        <kbd className={styles.key} aria-hidden>
          Alt {number}
        </kbd>
      </div>
      <div id={`section-${of}-body`} className={styles.sectionBody} hidden={folded}>
        {warning && (
          <ValidationMessage data-size="sm" data-color="warning">
            {warning}
          </ValidationMessage>
        )}
        {children}
      </div>
    </section>
  );
}
