import { useTranslation } from 'react-i18next';
import { UnitSection, type Overview } from './unit-section.js';
import styles from './unit.module.css';

/** The services that serve the unit, with the contact in each. */
export function ServicesShown({ unit }: { readonly unit: Overview }) {
  const { t } = useTranslation('unit');
  return (
    <UnitSection title={t('services.title')}>
      {unit.services.length === 0 ? (
        <p className={styles.quiet}>{t('services.none')}</p>
      ) : (
        <ul className={styles.plain}>
          {unit.services.map(({ serviceId, name, contactName, mustAttend }) => (
            <li key={serviceId}>
              {name}
              <br />
              <span className={styles.quiet}>
                {contactName ?? t('services.nobody')} · {t(mustAttend ? 'services.must' : 'services.may')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </UnitSection>
  );
}
