import { Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currentLanguage } from '../../../words/language.js';
import { longMonth } from '../../../words/dates.js';
import type { MonthCell } from '../board/board.js';
import { placeOf, type UnitAlert } from './alert-place.js';
import styles from './lists.module.css';

/** Alerts of the unit, those of the selected month first. */
export function OverdueList({
  alerts,
  month,
  months,
}: {
  readonly alerts: readonly UnitAlert[];
  readonly month: string | undefined;
  /** The unit's months on the board. */
  readonly months: readonly MonthCell[];
}) {
  const { t } = useTranslation('follow-up');
  if (alerts.length === 0) return null;
  const ofMonth = alerts.filter((it) => month !== undefined && it.month === month);
  const sorted = [...ofMonth, ...alerts.filter((it) => !ofMonth.includes(it))];
  return (
    <section aria-labelledby="matters">
      <Heading level={3} data-size="2xs" id="matters">
        {t('panel.matters')}
      </Heading>
      <ul className={styles.list}>
        {sorted.map((alert) => (
          <li key={alert.id}>
            <AlertLine alert={alert} to={placeOf(alert, months)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AlertLine({ alert, to }: { readonly alert: UnitAlert; readonly to: string | undefined }) {
  const { about, owner, text, month } = alert;
  if (to === undefined) return <>{text}</>;
  if (about === null)
    return (
      <>
        {month && <span className={styles.quiet}>{longMonth(month, currentLanguage())}</span>}
        <Link to={to}>{text}</Link>
      </>
    );
  return (
    <>
      <Link to={to}>{about}</Link>
      <span className={styles.quiet}>
        {owner?.name && `${owner.name}. `}
        {text}
      </span>
    </>
  );
}
