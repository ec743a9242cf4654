import { Paragraph } from '@digdir/designsystemet-react';
import { ClockDashedIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../shell/page.js';
import { fullDay, longDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { Downloads } from './downloads.js';
import { Filters } from './filters.js';
import type { Shown } from './use-statistics-view.js';
import styles from './statistics-frame.module.css';

interface StatisticsFrameProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly shown: Shown;
  /** False for those who may not read the statistics. */
  readonly isOpen: boolean;
  /** Numbers of the indicators that can be downloaded. */
  readonly indicators: readonly number[];
  /** The page's primary command, beside the downloads. */
  readonly command?: ReactNode;
  readonly children: ReactNode;
}

/** Heading and filters of the pages of the statistics; when the past is shown, the title and a band say so. */
export function StatisticsFrame({ title, lead, shown, isOpen, indicators, command, children }: StatisticsFrameProps) {
  const { t } = useTranslation('statistics');
  const { asOf } = shown.view;
  const language = currentLanguage();
  return (
    <div className={styles.page}>
      {isOpen && asOf && (
        <div className={styles.past} role="note">
          <ClockDashedIcon aria-hidden />
          <Paragraph data-size="sm">
            <strong>{t('past.title', { day: longDay(asOf, language, shown.today) })}</strong> {t('past.detail')}
          </Paragraph>
          <Link className="not-on-paper" to={{ search: shown.searchOf({ asOf: undefined }) }}>
            {t('past.back')}
          </Link>
        </div>
      )}
      <Page
        title={isOpen && asOf ? t('past.of', { title, day: fullDay(asOf, language) }) : title}
        {...(isOpen && lead !== undefined && { lead })}
        {...(isOpen &&
          indicators.length > 0 && {
            actions: (
              <>
                <Downloads indicators={indicators} shown={shown} />
                {command}
              </>
            ),
          })}
      >
        {isOpen && <Filters shown={shown} />}
        {children}
      </Page>
    </div>
  );
}
