import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../frame/language.js';
import { shortDay } from '../../../words/dates.js';
import type { Draft } from '../draft/draft.js';
import { useEditing, useShown } from './editing.js';
import { enter, SECTIONS, type SectionKey } from './sections.js';
import styles from './editor.module.css';

/** The parts and how far each has come; a press goes there. */
export function SectionTabs() {
  const { t } = useTranslation('meeting');
  const { today } = useEditing();
  const mine = useShown(({ writing }) => writing.mine);
  const soFar: Readonly<Record<SectionKey, string>> = {
    participants: t('tabs.of', {
      done: mine.participants.filter(({ attendance }) => attendance === 'present' || attendance === 'deputy').length,
      all: mine.participants.length,
    }),
    earlierActions: t('tabs.of', {
      done: mine.earlierActions.filter(({ outcome }) => outcome !== null).length,
      all: mine.earlierActions.length,
    }),
    matters: String(mine.matters.length),
    actions: String(mine.actions.length),
    nextMeetingOn: nextIn(mine, today),
  };
  return (
    <nav className={styles.tabs} aria-label={t('tabs.label')}>
      {SECTIONS.map((section, i) => (
        <button key={section} type="button" aria-keyshortcuts={`Alt+${i + 1}`} onClick={() => enter(section)}>
          {t(`section.${section}`)} <span>{soFar[section]}</span>
        </button>
      ))}
    </nav>
  );
}

const nextIn = ({ nextMeetingOn }: Draft, today: string) =>
  nextMeetingOn ? shortDay(nextMeetingOn, currentLanguage(), today) : '';
