import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../words/language.js';
import { longDay, timeOfDay } from '../../../words/dates.js';
import { placeOf } from '../draft/places.js';
import { CODES } from '../fields/code-select.js';
import { useMatterInWords, useResourcesInWords } from '../action-in-words.js';
import type { DraftAction } from '../draft/draft.js';
import { useDraftField, useEditing } from './editing.js';

/** The value of a field as text for users. */
export function useValueInWords(): (at: string, value: unknown) => string {
  const { t } = useTranslation('meeting');
  const { nameOf, serviceNameOf, today } = useEditing();
  const matters = useDraftField('matters');
  const matterInWords = useMatterInWords();
  const resources = useResourcesInWords();
  return (at, value) => {
    const { list, field } = placeOf(at);
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (field === 'resources') return resources(value as DraftAction['resources']);
    if (typeof value === 'object') return nameOfRow(value, (id) => nameOf(id)?.name);
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return longDay(text, currentLanguage(), today);
    if (/^\d{2}:\d{2}$/.test(text)) return timeOfDay(text, currentLanguage());
    if (field !== undefined && Object.hasOwn(CODES, field)) return t(`codes.${field}.${text}`);
    if (field === 'attendance') return t(`attendance.${text}`);
    if (field === 'outcome' && list === 'earlierActions') return t(`outcome.${text}`);
    if (field?.endsWith('erviceId')) return serviceNameOf(text) ?? '';
    if (field === 'matterId') {
      const matter = matters.find(({ matterId }) => matterId === text);
      return matter ? matterInWords(matter) : '';
    }
    if (field?.endsWith('Id')) return nameOf(text)?.name ?? '';
    return text;
  };
}

function nameOfRow(row: object, nameOf: (id: string) => string | undefined): string {
  const { text, heading, personId } = row as Readonly<Record<string, string | null | undefined>>;
  return text ?? heading ?? (personId ? nameOf(personId) : undefined) ?? '';
}
