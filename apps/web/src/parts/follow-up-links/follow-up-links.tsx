import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useMay } from '../../session/session.js';
import styles from './follow-up-links.module.css';

const PLACES = [
  ['board', '/oppfolging'],
  ['calls', '/oppfolging/ring'],
  ['overdue', '/oppfolging/over-frist'],
  ['orphans', '/oppfolging/uten-ansvarlig'],
  ['refusedDecisions', '/oppfolging/avvik'],
] as const;

/** Links of the coordinator's follow-up pages; nothing for others. */
export function FollowUpLinks() {
  const { t } = useTranslation('parts');
  const mayFollowUp = useMay('follow-up.read');
  if (!mayFollowUp) return null;
  return (
    <nav aria-label={t('followUpLinks.label')} className={styles.links}>
      <ul>
        {PLACES.map(([key, to]) => (
          <li key={key}>
            <NavLink to={to} end className={styles.link}>
              {t(`followUpLinks.${key}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
