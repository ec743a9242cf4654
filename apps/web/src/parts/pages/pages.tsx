import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import styles from './pages.module.css';

interface PagesProps {
  readonly page: number;
  /** Total number of items, and number per page. */
  readonly total: number;
  readonly size: number;
  readonly onChange: (page: number) => void;
  /** Name of the list, for a page with several lists. */
  readonly label?: string;
}

/** Paging of a list; nothing for a single page. */
export function Pages({ page, total, size, onChange, label }: PagesProps) {
  const { t } = useTranslation('parts');
  const pages = Math.ceil(total / size);
  if (pages <= 1) return null;
  const turn = (to: number) => {
    onChange(to);
    // a page's only list starts at the top after paging
    if (label === undefined) scrollTo({ top: 0 });
  };
  return (
    <nav aria-label={label ?? t('pages.label')} className={styles.pages}>
      <Button variant="secondary" data-size="sm" disabled={page <= 1} onClick={() => turn(page - 1)}>
        {t('pages.before')}
      </Button>
      <span>{t('pages.of', { page, pages })}</span>
      <Button variant="secondary" data-size="sm" disabled={page >= pages} onClick={() => turn(page + 1)}>
        {t('pages.after')}
      </Button>
    </nav>
  );
}
