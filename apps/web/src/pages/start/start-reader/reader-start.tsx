import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { KeyFigures } from '../../../parts/key-figures/key-figures.js';
import { Section } from '../../../parts/section/section.js';
import { useMay } from '../../../session/session.js';
import { Published } from './published.js';
import styles from './reader-start.module.css';

/** Months met, units with every month, protocols in time, attendance: about the organisation, so that nothing is hidden. */
const OF_THE_MUNICIPALITY = [2, 3, 7, 12];

/** Start page of those who read about the work without taking part in it: the director and elected members. */
export function ReaderStart() {
  const { t } = useTranslation('start-reader');
  const maySee = useMay('statistics.see');
  return (
    <div className={styles.page}>
      {maySee && (
        <Section id="municipality" title={t('municipality.title')}>
          <KeyFigures indicators={OF_THE_MUNICIPALITY} />
          <Paragraph data-size="sm">{t('municipality.how')}</Paragraph>
          <ul className={styles.links}>
            <li>
              <Link to="/statistikk">{t('municipality.all')}</Link>
            </li>
            <li>
              <Link to="/oppfolging">{t('municipality.board')}</Link>
            </li>
          </ul>
        </Section>
      )}
      <Published />
    </div>
  );
}
