import { DownloadIcon } from '@navikt/aksel-icons';
import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { lastYearOf } from '#statistics/contract/chart';
import { Section } from '../../parts/section/section.js';
import { useMay, useMayEverywhere, useSession } from '../../session/session.js';
import { currentLanguage } from '../../words/language.js';
import { halfYearFor, packagePeriodFor, schoolYear } from './periods.js';
import { useFigureWords } from './use-figure-words.js';
import type { Shown } from './use-statistics-view.js';
import styles from './documents.module.css';

/** Id of the section, to which the page's button leads. */
export const DOCUMENTS = 'documents';

/** Documents for meetings and for supervision, of the shown period and unit; and what everybody may read. */
export function Documents({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const { who } = useSession();
  const maySupervise = useMay('supervision.document');
  const isAll = useMayEverywhere('statistics.see');
  const { unitId, asOf } = shown.view;
  const half = halfYearFor(shown.period, shown.day);
  const year = schoolYear(lastYearOf(shown.period));
  const packed = packagePeriodFor(shown.period);
  const addressOf = (document: string, period: string) => {
    const query = new URLSearchParams({
      period,
      language: currentLanguage(),
      ...(unitId !== undefined && { unit: unitId }),
      ...(asOf !== undefined && { asOf }),
    });
    return `/api/statistics/documents/${document}.pdf?${query.toString()}`;
  };
  const documents = [
    { key: 'halfYear', to: addressOf('half-year-status', half), period: half },
    { key: 'evaluation', to: addressOf('annual-evaluation', year), period: year },
    ...(maySupervise
      ? [{ key: 'supervision', to: `/api/supervision-package?period=${packed}`, period: packed } as const]
      : []),
  ] as const;
  return (
    <Section
      id={DOCUMENTS}
      title={t('documents.title')}
      lead={t(`documents.${unitId !== undefined ? 'leadUnit' : isAll ? 'lead' : 'leadOwn'}`)}
    >
      <ul className={styles.documents}>
        {documents.map(({ key, to, period }) => (
          <li key={key}>
            <a href={to} download>
              <DownloadIcon aria-hidden /> {t(`documents.${key}.name`, { period: words.period(period) })}
            </a>
            <Paragraph data-size="sm">{t(`documents.${key}.detail`)}</Paragraph>
          </li>
        ))}
        <li>
          <a href={`/publisert/${who.municipality.number}`}>{t('documents.published.name')}</a>
          <Paragraph data-size="sm">{t('documents.published.detail')}</Paragraph>
        </li>
      </ul>
    </Section>
  );
}
