import { PersonPencilIcon } from '@navikt/aksel-icons';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { currentLanguage } from '../../../words/language.js';
import { useEditing } from './editing.js';
import styles from './other-writers.module.css';

/** Other users present at this protocol. */
export function OtherWriters() {
  const { t } = useTranslation('meeting');
  const { writers } = useEditing();
  const others = useSyncExternalStore(writers.subscribe, writers.snapshot);
  return (
    <p className={styles.others} role="status">
      {others.length > 0 && (
        <>
          <PersonPencilIcon aria-hidden />{' '}
          {t('writers.also', {
            names: listed(
              others.map(({ name }) => name),
              currentLanguage(),
            ),
          })}
        </>
      )}
    </p>
  );
}
