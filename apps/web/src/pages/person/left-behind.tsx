import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/reads.js';
import { useAllUnits } from '../../parts/unit-link/all-units.js';
import styles from './person.module.css';

const SHOWN = 10;

/** Open actions and places at units' tables that somebody else must take over from a person who leaves. */
export function LeftBehind({ personId }: { readonly personId: string }) {
  return (
    <>
      <LeftActions personId={personId} />
      <LeftSeats personId={personId} />
    </>
  );
}

function LeftActions({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('person');
  const actions = useRead('/api/actions', { query: { owner: personId, status: 'open', size: SHOWN } }).data;
  if (!actions) return null;
  const { items, total } = actions;
  return (
    <div>
      <Paragraph data-size="sm">{t('leave.actions', { count: total })}</Paragraph>
      {total > 0 && (
        <>
          <ul className={styles.left}>
            {items.map(({ actionId, text }) => (
              <li key={actionId}>
                <Link to={`/tiltak/${actionId}`}>{text}</Link>
              </li>
            ))}
            {total > items.length && (
              <li>
                <Link to={`/tiltak?eier=${personId}`}>{t('leave.more', { count: total - items.length })}</Link>
              </li>
            )}
          </ul>
          <Paragraph data-size="sm">
            {t('leave.orphans')} <Link to="/oppfolging/uten-ansvarlig">{t('leave.toOrphans')}</Link>
          </Paragraph>
        </>
      )}
    </div>
  );
}

function LeftSeats({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('person');
  const units = (useAllUnits().data ?? []).filter(
    ({ standing, services }) =>
      standing.some((it) => it.personId === personId || it.deputyId === personId) ||
      services.some(({ contactId }) => contactId === personId),
  );
  if (units.length === 0) return null;
  return (
    <div>
      <Paragraph data-size="sm">{t('leave.seats', { count: units.length })}</Paragraph>
      <ul className={styles.left}>
        {units.slice(0, SHOWN).map(({ unitId, name }) => (
          <li key={unitId}>
            <Link to={`/enheter/${unitId}`}>{name}</Link>
          </li>
        ))}
        {units.length > SHOWN && <li>{t('leave.more', { count: units.length - SHOWN })}</li>}
      </ul>
    </div>
  );
}
