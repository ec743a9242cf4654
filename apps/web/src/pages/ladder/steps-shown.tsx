import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../parts/section/section.js';
import type { LadderKindShown } from './draft.js';
import { useLadderWords } from './ladder-words.js';
import styles from './ladder.module.css';

/** The steps in force, for those who may not change them. */
export function StepsShown({ kinds }: { readonly kinds: readonly LadderKindShown[] }) {
  const { t } = useTranslation('ladder');
  const { kindOf, stepOf } = useLadderWords();
  return (
    <div className={styles.kinds}>
      {kinds.map(({ kind, steps }) => (
        <Section key={kind} id={`kind-${kind}`} title={kindOf(kind)}>
          {steps.length === 0 ? (
            <Paragraph>{t('nobody')}</Paragraph>
          ) : (
            <ol className={styles.shown}>
              {steps.map((step) => (
                <li key={step.workingDays}>{stepOf(kind, step)}</li>
              ))}
            </ol>
          )}
        </Section>
      ))}
    </div>
  );
}
