import { useTranslation } from 'react-i18next';
import type { Action } from '../../parts/action-answers/answers.js';
import type { Sheet } from '../../parts/spreadsheet/sheet.js';

/** Actions as a spreadsheet: one a row, with what its own page tells of it. */
export function useActionsSheet(): (actions: readonly Action[]) => Sheet {
  const { t } = useTranslation(['actions', 'action-answers']);
  const columns: readonly (readonly [string, (action: Action) => Sheet['rows'][number][number]])[] = [
    ['text', ({ text }) => text],
    ['units', ({ units }) => units.flatMap(({ name }) => name ?? []).join(', ')],
    ['owner', ({ owner }) => owner.name],
    ['service', ({ ownerService }) => ownerService?.name ?? null],
    ['agreedOn', ({ agreedOn }) => ({ day: agreedOn })],
    ['dueOn', ({ dueOn }) => ({ day: dueOn })],
    ['workingDaysOverdue', ({ workingDaysOverdue }) => workingDaysOverdue],
    ['followUpOn', ({ followUpOn }) => ({ day: followUpOn })],
    ['status', ({ status }) => t(`sheet.statuses.${status}`)],
    ['endedOn', ({ endedOn }) => (endedOn === null ? null : { day: endedOn })],
    ['effect', ({ effect }) => (effect === null ? null : t(`action-answers:effects.${effect}`))],
    ['level', ({ level }) => t(`action-answers:levels.${level}`)],
    ['category', ({ category }) => t(`action-answers:categories.${category}`)],
    ['declined', ({ declined }) => declined?.reason ?? null],
  ];
  return (actions) => ({
    name: t('title'),
    headings: columns.map(([name]) => t(`sheet.${name}`)),
    rows: actions.map((action) => columns.map(([, of]) => of(action))),
  });
}
