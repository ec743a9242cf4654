import { Avatar, Dropdown } from '@digdir/designsystemet-react';
import { CheckmarkIcon, ChevronDownIcon } from '@navikt/aksel-icons';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { appearance, applyAppearance, type Appearance } from './appearance.js';
import { chooseLanguage, currentLanguage, LANGUAGES } from '../words/language.js';
import styles from './person-menu.module.css';
import { useRead, useRefresh } from '../api/reads.js';
import { isSearchShortcutOn, turnSearchShortcut } from './search-shortcut.js';
import { lazyPart } from '../parts/lazy-part/lazy-part.js';
import { useMay, useSession } from '../session/session.js';
import { meetingsWithUnsentText } from '../session/unsent-texts.js';
import { browserStorage } from '../storage/storage.js';

const SignOutDialog = lazyPart(async () => (await import('./sign-out-dialog.js')).SignOutDialog);

const APPEARANCES: readonly Appearance[] = ['auto', 'light', 'dark'];
/** Each in its own language, since a user may read no other. */
const NAMES = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' } as const;

const OWN_MAIL = [
  ['digests', '/oppsummering'],
  ['preferences', '/innstillinger/varsler'],
] as const;

/** The user's menu with own mail, language, light and dark, and sign-out. */
export function PersonMenu() {
  const { t } = useTranslation('shell');
  const { who, signOut } = useSession();
  const refresh = useRefresh();
  const getsMail = useMay('mail.receive');
  const [chosen, setChosen] = useState(appearance);
  const [shortcut, setShortcut] = useState(isSearchShortcutOn);
  const [stillSignedIn, setStillSignedIn] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [unsent, setUnsent] = useState<readonly string[]>([]);
  const municipalities = useRead('/api/session/municipalities', {}, { enabled: isAsked, staleTime: Infinity });
  // Known some time after the menu has opened, so its entry is the last: no other moves while the user aims at it.
  const hasOthers = (municipalities.data?.items.length ?? 0) > 1;
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  // a shrinking window leaves an open menu outside it, which keeps the page wide
  useEffect(() => {
    const closeAtResize = () => setOpen(false);
    window.addEventListener('resize', closeAtResize);
    return () => window.removeEventListener('resize', closeAtResize);
  }, []);
  const leave = () => {
    const meetings = meetingsWithUnsentText(browserStorage, who.personId);
    if (meetings.length === 0) return void signOut().catch(() => setStillSignedIn(true));
    close();
    return setUnsent(meetings);
  };
  const initials = who.name
    .split(' ')
    .map((part) => part[0])
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('');
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger
        variant="tertiary"
        data-color="neutral"
        className={styles.trigger}
        onClick={() => setAsked(true)}
      >
        <Avatar aria-hidden data-size="xs" data-color="accent" initials={initials}>
          {initials}
        </Avatar>
        <span className={styles.name}>{who.name}</span>
        <span className={styles.title}>{who.title}</span>
        <ChevronDownIcon aria-hidden />
      </Dropdown.Trigger>
      <Dropdown open={isOpen} onOpen={() => setOpen(true)} onClose={close} placement="bottom-end">
        {getsMail && (
          <>
            <Dropdown.Heading>{t('menu.mail')}</Dropdown.Heading>
            <Dropdown.List>
              {OWN_MAIL.map(([key, to]) => (
                <Dropdown.Item key={key}>
                  <Dropdown.Button asChild>
                    <Link to={to} onClick={close}>
                      <span className={styles.mark} />
                      {t(`menu.${key}`)}
                    </Link>
                  </Dropdown.Button>
                </Dropdown.Item>
              ))}
            </Dropdown.List>
          </>
        )}
        <Dropdown.Heading>{t('menu.language')}</Dropdown.Heading>
        <Dropdown.List>
          {LANGUAGES.map((language) => (
            <Dropdown.Item key={language}>
              <Dropdown.Button
                lang={language}
                aria-pressed={currentLanguage() === language}
                onClick={() => void chooseLanguage(language).then(() => refresh())}
              >
                {currentLanguage() === language ? (
                  <CheckmarkIcon aria-hidden className={styles.mark} />
                ) : (
                  <span className={styles.mark} />
                )}
                {NAMES[language]}
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
        <Dropdown.Heading>{t('menu.appearance')}</Dropdown.Heading>
        <Dropdown.List>
          {APPEARANCES.map((it) => (
            <Dropdown.Item key={it}>
              <Dropdown.Button
                aria-pressed={chosen === it}
                onClick={() => {
                  applyAppearance(it);
                  setChosen(it);
                }}
              >
                {chosen === it ? (
                  <CheckmarkIcon aria-hidden className={styles.mark} />
                ) : (
                  <span className={styles.mark} />
                )}
                {t(`menu.${it}`)}
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
        <Dropdown.List>
          <Dropdown.Item>
            <Dropdown.Button
              aria-pressed={shortcut}
              onClick={() => {
                turnSearchShortcut(!shortcut);
                setShortcut(!shortcut);
              }}
            >
              {shortcut ? <CheckmarkIcon aria-hidden className={styles.mark} /> : <span className={styles.mark} />}
              {t('menu.searchKey')}
            </Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button asChild>
              <Link to="/innstillinger" onClick={close}>
                <span className={styles.mark} />
                {t('menu.settings')}
              </Link>
            </Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button asChild>
              <Link to="/innstillinger/innlogginger" onClick={close}>
                <span className={styles.mark} />
                {t('menu.sessions')}
              </Link>
            </Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button onClick={leave}>{t('menu.signOut')}</Dropdown.Button>
          </Dropdown.Item>
          <li>
            <span role="alert">{stillSignedIn && t('menu.signOutFailed')}</span>
          </li>
        </Dropdown.List>
        {hasOthers && (
          <>
            <Dropdown.Heading>{t('menu.municipality', { name: who.municipality.name })}</Dropdown.Heading>
            <Dropdown.List>
              <Dropdown.Item>
                <Dropdown.Button asChild>
                  <a href="/openid/start?return=%2F&choose=1">
                    <span className={styles.mark} />
                    {t('menu.otherMunicipality')}
                  </a>
                </Dropdown.Button>
              </Dropdown.Item>
            </Dropdown.List>
          </>
        )}
      </Dropdown>
      {unsent.length > 0 && <SignOutDialog meetings={unsent} onClose={() => setUnsent([])} />}
    </Dropdown.TriggerContext>
  );
}
