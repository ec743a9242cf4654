import { useTranslation } from 'react-i18next';
import { useMonthState } from '../../../parts/month-mark/month-mark.js';
import type { Sheet } from '../../../parts/spreadsheet/sheet.js';
import { currentLanguage } from '../../../words/language.js';
import { longMonth } from '../../../words/dates.js';
import { schoolYearInWords } from '../../../words/school-years.js';
import { shownMonths, type Board } from './board.js';

/** The board as a spreadsheet: one row per unit, one column per month, states in words. */
export function useBoardSheet(): (board: Board, rows: Board['items']) => Sheet {
  const { t } = useTranslation('follow-up');
  const inWords = useMonthState();
  return (board, rows) => {
    const shown = shownMonths(board, rows);
    return {
      // a sheet's name may not contain a slash
      name: `${t('title')} ${schoolYearInWords(board.schoolYear).replace('/', '-')}`,
      headings: [
        t('board.unit'),
        t('sheet.unitId'),
        t('board.kind'),
        t('sheet.area'),
        t('sheet.held'),
        t('sheet.obliged'),
        ...shown.map((i) => longMonth(board.months[i]!.month, currentLanguage())),
      ],
      rows: rows.map(({ name, unitId, kind, area, coverage, months }) => [
        name,
        unitId,
        t(`kinds.${kind}`),
        area,
        coverage.held,
        coverage.obliged,
        ...shown.map((i) => {
          const { state, exemptReason } = months[i]!;
          return exemptReason && state === 'exempt' ? `${inWords(state)}: ${exemptReason}` : inWords(state);
        }),
      ]),
    };
  };
}
