import { useTranslation } from 'react-i18next';
import { enter } from './go-to.js';
import { useSectionFigure } from './section-summary.js';
import { SECTIONS } from './sections.js';
import styles from './section-tabs.module.css';

/** Sections with their progress; a click goes there. */
export function SectionTabs() {
  const { t } = useTranslation('meeting');
  const figure = useSectionFigure();
  return (
    <nav className={styles.tabs} aria-label={t('tabs.label')}>
      {SECTIONS.map((section, i) => (
        <button key={section} type="button" aria-keyshortcuts={`Alt+${i + 1}`} onClick={() => enter(section)}>
          {t(`section.${section}`)} <span>{figure(section)}</span>
        </button>
      ))}
    </nav>
  );
}
