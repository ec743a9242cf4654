import { Paragraph } from '@digdir/designsystemet-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { between, listed } from '#platform/kernel/plain';
import type { Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { shortDay } from '../../words/dates.js';
import { Phone } from '../phone/phone.js';
import styles from './unit-line.module.css';

/** A unit with overdue matters, the people to call and its last contact. */
export type UnitToCall = Answer<'/api/follow-up'>['items'][number];

/** The unit's own duties first, as in a telephone call. */
const KINDS = [
  'month-missing',
  'protocol-late',
  'meeting-unconfirmed',
  'overdue',
  'follow-up-missed',
  'orphan',
] as const;

/** «2 måneder uten møte og 3 protokoller er for sene» */
function useWhy(): (unit: Pick<UnitToCall, 'counts'>) => string {
  const { t } = useTranslation('parts');
  return ({ counts }) => {
    const parts = KINDS.flatMap((kind) => {
      const count = counts[kind];
      return count ? t(`unitToCall.counts.${kind}`, { count }) : [];
    });
    const why = listed(parts, currentLanguage());
    return why.charAt(0).toUpperCase() + why.slice(1);
  };
}

/** Name, reasons, people to call and last contact, in a few lines. */
export function UnitLine({ unit, to }: { readonly unit: UnitToCall; readonly to: string }) {
  const { t } = useTranslation('parts');
  const { who } = useSession();
  const why = useWhy();
  const { leaders, lastContact } = unit;
  const day = (on: string) => shortDay(on, currentLanguage(), who.today);
  return (
    <div className={styles.unit}>
      <Link to={to} className={styles.name}>
        {unit.name}
      </Link>
      <Paragraph>{why(unit)}</Paragraph>
      <Paragraph data-size="sm" className={styles.quiet}>
        <WhomToCall leaders={leaders} />
        {lastContact && (
          <>
            {' · '}
            {t(`unitToCall.contact.${lastContact.kind}`, { day: day(lastContact.on), name: lastContact.by ?? '' })}
          </>
        )}
      </Paragraph>
    </div>
  );
}

/** «Ring Kari Lund 67 90 70 00 og Inger Vik», or a text for a unit without a leader. */
export function WhomToCall({ leaders }: Pick<UnitToCall, 'leaders'>) {
  const { t } = useTranslation('parts');
  return (
    <>
      {leaders.length > 0 ? t('unitToCall.leader') : t('unitToCall.noLeader')}
      {leaders.map(({ personId, name, phone }, i) => (
        <Fragment key={personId}>
          {between(i, leaders.length, currentLanguage())} {name} {phone !== null && <Phone phone={phone} />}
        </Fragment>
      ))}
    </>
  );
}
