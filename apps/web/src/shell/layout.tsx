import { Button, SkipLink, Tag } from '@digdir/designsystemet-react';
import { MenuHamburgerIcon, XMarkIcon } from '@navikt/aksel-icons';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import styles from './layout.module.css';
import { useRestoreFocus } from './restore-focus.js';
import { useLiveUpdates } from '../session/live.js';
import { isAt, placesFor } from './navigation.js';
import { PersonMenu } from './person-menu.js';
import { SearchBox } from './search-box.js';
import { useMay, useSession } from '../session/session.js';

/** The layout of all pages: current page, navigation, user. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell');
  const { who } = useSession();
  useLiveUpdates();
  // Search finds only what the register shows.
  const mayFind = useMay('registry.read');
  useRestoreFocus();
  const { pathname } = useLocation();
  // open on this page only: navigation closes it
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === pathname;
  return (
    <>
      <SkipLink href="#content">{t('skip')}</SkipLink>
      <header className={styles.top}>
        <Button
          className={styles.menuButton}
          variant="tertiary"
          icon
          aria-expanded={open}
          aria-controls="navigation"
          aria-label={t('navigation.menu')}
          onClick={() => setOpenAt(open ? undefined : pathname)}
        >
          {open ? <XMarkIcon aria-hidden /> : <MenuHamburgerIcon aria-hidden />}
        </Button>
        <Link to="/" className={styles.brand}>
          Samspill
        </Link>
        <span className={styles.municipality}>{who.municipality.name}</span>
        {who.municipality.demo && (
          <Tag data-color="month" className={styles.demo}>
            Demodata
          </Tag>
        )}
        <div className={styles.end}>
          {mayFind && <SearchBox />}
          <PersonMenu />
        </div>
      </header>
      <div className={styles.below}>
        <nav id="navigation" aria-label={t('navigation.label')} className={styles.navigation} data-open={open}>
          <ul>
            {placesFor(who).map((place) => (
              <li key={place.key}>
                <Link to={place.to} className={styles.place} aria-current={isAt(place, pathname) ? 'page' : undefined}>
                  {t(`navigation.${place.key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.middle}>
          <main id="content" tabIndex={-1} className={styles.main}>
            {children}
          </main>
          <footer className={styles.foot}>
            <Link to="/hjelp">{t('help')}</Link>
            <a href={`/publisert/${who.municipality.number}`}>{t('published')}</a>
            <Link to="/tilgjengelighet">{t('accessibility')}</Link>
          </footer>
        </div>
      </div>
    </>
  );
}
