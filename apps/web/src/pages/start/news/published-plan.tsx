import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listed } from '#platform/kernel/plain';
import type { Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { useMay, useSession } from '../../../session/session.js';
import { mediumDay, timeOfDay } from '../../../words/dates.js';
import { schoolYearInWords } from '../../../words/school-years.js';
import styles from './news.module.css';
import { ChangeDetails } from './change-details.js';

type Plan = Extract<Answer<'/api/news'>['items'][number], { readonly about: 'plan' }>;

/** A year's plan as one item: the number of the user's units and meetings, with a link to them. */
export function PublishedPlan({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('news');
  const { who } = useSession();
  const language = currentLanguage();
  const plansForAll = useMay('plan.propose');
  const to = usePlaceOf(plan);
  const { schoolYear, units, unitCount, meetings, only } = plan;
  const title = t('plan.title', { year: schoolYearInWords(schoolYear) });
  const named = unitCount <= units.length;
  const where = named
    ? listed(
        units.map(({ name }) => name),
        language,
      )
    : t(plansForAll ? 'plan.units' : 'plan.yourUnits', { count: unitCount });
  return (
    <>
      <Paragraph className={styles.line}>
        <Link to={to}>{title}</Link>
      </Paragraph>
      <Paragraph>
        {t('plan.what', {
          where,
          meetings: only
            ? t('when', { day: mediumDay(only.on, language, who.today), time: timeOfDay(only.startsAt, language) })
            : t('plan.meetings', { count: meetings }),
        })}
      </Paragraph>
      <ChangeDetails by={plan.by} at={plan.at} />
    </>
  );
}

/** Link to all of it: the plan for planners, the board for leaders of services, one's own meetings for others. */
function usePlaceOf({ schoolYear }: Plan): string {
  const plans = useMay('meeting.plan');
  const readsBoard = useMay('board.read');
  if (plans) return `/arsplan?ar=${schoolYear}`;
  return readsBoard ? `/oppfolging?ar=${schoolYear}` : `/moter?ar=${schoolYear}`;
}
