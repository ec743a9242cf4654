import { Button, Input } from '@digdir/designsystemet-react';
import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { useCallback, useRef, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import styles from './search-box.module.css';
import { useSearchShortcut } from './search-shortcut.js';

/** The search text is stored in the history state of this window, never in a URL: it may be a name. */
export interface StoredSearch {
  readonly text?: string;
}

/** Search field on all pages. When there is no room for it, a button leads to the search page. */
export function SearchBox() {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const go = useCallback(() => {
    if (field.current?.offsetParent) field.current.focus();
    else void navigate('/sok');
  }, [navigate]);
  useSearchShortcut(go);
  const seek = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = field.current?.value.trim();
    if (text) void navigate('/sok', { state: { text } satisfies StoredSearch });
    if (field.current) field.current.value = '';
  };
  // the page has a field of its own
  if (pathname === '/sok') return null;
  return (
    <>
      <form role="search" className={styles.form} onSubmit={seek} autoComplete="off">
        <Input ref={field} type="search" aria-label={t('search.label')} placeholder={t('search.placeholder')} />
      </form>
      <Button asChild variant="tertiary" icon className={styles.button}>
        <Link to="/sok" aria-label={t('search.label')}>
          <MagnifyingGlassIcon aria-hidden />
        </Link>
      </Button>
    </>
  );
}
