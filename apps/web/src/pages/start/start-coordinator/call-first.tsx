import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../../../parts/states/states.js';
import { UnitLine, type UnitToCall } from '../../../parts/unit-to-call/unit-line.js';
import { Section } from './section.js';
import styles from './call-first.module.css';

/** The five units to call first, with reasons. */
export function CallFirst({ units, behind }: { readonly units: readonly UnitToCall[]; readonly behind: number }) {
  const { t } = useTranslation('start-coordinator');
  return (
    <Section id="call-first" title={t('call.title')} {...(units.length > 0 && { lead: t('call.lead') })}>
      {units.length === 0 ? (
        <Empty title={t('call.none')}>{t('call.noneDetail')}</Empty>
      ) : (
        <>
          <ol className={styles.units}>
            {units.map((unit) => (
              <li key={unit.unitId}>
                <UnitLine unit={unit} to={`/oppfolging?enhet=${unit.unitId}`} />
              </li>
            ))}
          </ol>
          <Paragraph>
            <Link to="/oppfolging/ring">{t('call.all', { count: behind })}</Link>
          </Paragraph>
        </>
      )}
    </Section>
  );
}
