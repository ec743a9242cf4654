import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../words/language.js';
import { longDay, shortDay } from '../../../words/dates.js';
import type { Draft } from '../draft/draft.js';
import { useEditing, useShown } from './editing.js';
import type { SectionKey } from './sections.js';

/** Number of participants present, in person or by deputy. */
const there = ({ participants }: Draft) =>
  participants.filter(({ attendance }) => attendance === 'present' || attendance === 'deputy').length;
/** Number of earlier actions with an outcome. */
const talkedAbout = ({ earlierActions }: Draft) => earlierActions.filter(({ outcome }) => outcome !== null).length;

/** Progress of a section as a figure, shown beside its name. */
export function useSectionFigure(): (section: SectionKey) => string {
  const { t } = useTranslation('meeting');
  const { today } = useEditing();
  const mine = useShown(({ writing }) => writing.mine);
  return (section) => {
    switch (section) {
      case 'participants':
        return t('tabs.of', { done: there(mine), all: mine.participants.length });
      case 'earlierActions':
        return t('tabs.of', { done: talkedAbout(mine), all: mine.earlierActions.length });
      case 'matters':
        return String(mine.matters.length);
      case 'actions':
        return String(mine.actions.length);
      case 'nextMeetingOn':
        return mine.nextMeetingOn ? shortDay(mine.nextMeetingOn, currentLanguage(), today) : '';
    }
  };
}

/** Summary of a section, shown in its heading while collapsed. */
export function useSectionSummary(section: SectionKey): string {
  const { t } = useTranslation('meeting');
  const { today } = useEditing();
  const mine = useShown(({ writing }) => writing.mine);
  switch (section) {
    case 'participants':
      return t('inShort.participants', { done: there(mine), all: mine.participants.length });
    case 'earlierActions':
      return t('inShort.earlierActions', { done: talkedAbout(mine), count: mine.earlierActions.length });
    case 'matters':
      return t('inShort.matters', { count: mine.matters.length });
    case 'actions':
      return t('inShort.actions', { count: mine.actions.length });
    case 'nextMeetingOn':
      return mine.nextMeetingOn ? longDay(mine.nextMeetingOn, currentLanguage(), today) : t('inShort.notSet');
  }
}
