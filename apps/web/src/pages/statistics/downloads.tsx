import { Button } from '@digdir/designsystemet-react';
import { DownloadIcon } from '@navikt/aksel-icons';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../words/language.js';
import type { Shown } from './use-statistics-view.js';

const FORMATS = ['xlsx', 'csv', 'pdf'] as const;

interface DownloadsProps {
  /** Numbers of the indicators that the page shows. */
  readonly indicators: readonly number[];
  readonly shown: Shown;
}

/** Links to the page's figures as files, in the user's language and with the filters of the page. */
export function Downloads({ indicators, shown }: DownloadsProps) {
  const { t } = useTranslation('statistics');
  const query = new URLSearchParams({
    indicators: indicators.join(','),
    period: shown.period,
    language: currentLanguage(),
    ...shown.query,
  });
  return FORMATS.map((format) => (
    <Button key={format} asChild variant="secondary" data-size="sm" className="not-on-paper">
      <a href={`/api/statistics/figures.${format}?${query.toString()}`} download>
        <DownloadIcon aria-hidden /> {t(`download.${format}`)}
      </a>
    </Button>
  ));
}
