import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/reads.js';
import { PersonLink } from '../../parts/person-link/person-link.js';
import { useSession } from '../../session/session.js';
import { shortDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import styles from './people.module.css';

type Person = Answer<'/api/people'>['items'][number];

interface PersonRowProps {
  readonly person: Person;
  readonly placeOf: (id: string) => string | undefined;
}

/** A person with their title, and the roles they hold or are about to hold. */
export function PersonRow({ person: { personId, name, title, roles }, placeOf }: PersonRowProps) {
  const { t } = useTranslation(['people', 'parts']);
  const { today } = useSession().who;
  const day = (on: string) => shortDay(on, currentLanguage(), today);
  const lasting = roles.filter(({ from, to }) => to === null || (to >= today && to >= from));
  const inWords = ({ role, unitId, serviceId, serviceUnitId, from, to }: Person['roles'][number]) => {
    const place = placeOf(unitId ?? serviceId ?? serviceUnitId ?? '');
    const period = from > today ? t('from', { day: day(from) }) : to !== null ? t('until', { day: day(to) }) : '';
    return [[t(`parts:roles.${role}`), place].filter(Boolean).join(', '), period].filter(Boolean).join(' ');
  };
  return (
    <li>
      <div>
        <PersonLink personId={personId} name={name} />
        {title && <span className={styles.quiet}> {title}</span>}
      </div>
      {lasting.length === 0 ? (
        <span className={styles.quiet}>{t('noRole')}</span>
      ) : (
        <ul className={styles.roles}>
          {lasting.map((role) => (
            <li key={role.roleId}>{inWords(role)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
