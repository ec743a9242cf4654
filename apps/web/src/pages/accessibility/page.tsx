import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currentLanguage } from '../../words/language.js';
import { longDay } from '../../words/dates.js';
import styles from './accessibility.module.css';

/** Date of the last review of the statement. */
const REVIEWED_ON = '2026-11-22';
/** A statement is read for years, so its date includes the year. */
const WITH_YEAR = '0001-01-01';

interface Section {
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly items?: readonly string[];
}

/**
 * The accessibility statement (tilgjengelighetserklæring): how Samspill meets the regulation on universal design of
 * ICT, after the EU's model. Public.
 */
export function Component() {
  const { t } = useTranslation('accessibility');
  useEffect(() => {
    document.title = `${t('title')} – Samspill`;
  }, [t]);
  const sections = t('sections', { returnObjects: true }) as unknown as readonly Section[];
  return (
    <div className={styles.page}>
      <header>
        <Link to="/" className={styles.brand} aria-label={t('home')}>
          Samspill
        </Link>
      </header>
      <main>
        <Heading level={1} data-size="md">
          {t('heading')}
        </Heading>
        <Paragraph data-size="lg">{t('lead')}</Paragraph>
        {sections.map(({ title, paragraphs = [], items = [] }) => (
          <section key={title}>
            <Heading level={2} data-size="xs">
              {title}
            </Heading>
            {paragraphs.map((text) => (
              <Paragraph key={text}>{text}</Paragraph>
            ))}
            {items.length > 0 && (
              <ul>
                {items.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
        <Paragraph className={styles.dated}>
          {t('dated', { day: longDay(REVIEWED_ON, currentLanguage(), WITH_YEAR) })}
        </Paragraph>
        <Paragraph>
          <a href="/tredjepart.txt">{t('thirdParty')}</a>
        </Paragraph>
      </main>
    </div>
  );
}
