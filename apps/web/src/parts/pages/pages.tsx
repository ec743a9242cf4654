import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import styles from './pages.module.css';

interface PagesProps {
  readonly page: number;
  /** How many there are in all, and how many on a page. */
  readonly total: number;
  readonly size: number;
  readonly onChange: (page: number) => void;
  /** What it leads on in, where a page has several lists. */
  readonly label?: string;
}

/** The way on in a list that has more than a page; nothing where it has not. */
export function Pages({ page, total, size, onChange, label }: PagesProps) {
  const { t } = useTranslation('parts');
  const pages = Math.ceil(total / size);
  if (pages <= 1) return null;
  const turn = (to: number) => {
    onChange(to);
    // where it is the page's only list, what comes begins at the top
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
