import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { FIRST_YEAR_SCHOOLS_REST_IN_JULY } from '#registry/contract/closed-on';
import { currentLanguage } from '../../words/language.js';
import { fullDay } from '../../words/dates.js';
import type { Calendar } from './calendar.js';
import { isClosedAtChristmasByDefault } from './christmas.js';

interface CalendarShownProps {
  readonly kind: Calendar['kind'];
  readonly year: number;
  readonly calendar: Calendar | undefined;
}

/** Calendar of a kind of unit for a school year: as set, or the default. */
export function CalendarShown({ kind, year, calendar }: CalendarShownProps) {
  const { t } = useTranslation('school-calendar');
  const day = (it: string) => fullDay(it, currentLanguage());
  return (
    <>
      <Heading level={2} data-size="2xs" id={`calendar-${kind}`}>
        {t(`kinds.${kind}`)}
      </Heading>
      {calendar ? (
        <>
          <Paragraph>{t('set', { first: day(calendar.firstDay), last: day(calendar.lastDay) })}</Paragraph>
          {calendar.closed.length > 0 && (
            <ul>
              {calendar.closed.map(({ from, to, reason }) => (
                <li key={from}>{t(from === to ? 'oneDay' : 'period', { from: day(from), to: day(to), reason })}</li>
              ))}
            </ul>
          )}
          <Paragraph>{t('holidays')}</Paragraph>
        </>
      ) : (
        <Paragraph>{t(isClosedAtChristmasByDefault(year) ? 'noneChristmas' : 'none')}</Paragraph>
      )}
      {kind === 'school' && year >= FIRST_YEAR_SCHOOLS_REST_IN_JULY && <Paragraph>{t('july')}</Paragraph>}
    </>
  );
}
