import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { BarChart } from '../charts/bar-chart.js';
import { numberInWords } from '../../words/numbers.js';
import styles from './services.module.css';

type Workload = Answer<'/api/services/workload'>;

interface PeopleLoadProps {
  readonly people: Workload['people'];
  /** Names of the services, for a list with people of several services. */
  readonly services?: Workload['services'];
  readonly level?: 2 | 3;
}
const SHOWN = 12;

/** Load of each person in the services, most overdue first. Each links to the actions. */
export function WorkloadList({ people, services, level = 3 }: PeopleLoadProps) {
  const { t } = useTranslation('services');
  const language = currentLanguage();
  const [all, showAll] = useState(false);
  const names = new Map(services?.map(({ serviceId, name }) => [serviceId, name]));
  const shown = all ? people : people.slice(0, SHOWN);
  if (people.length === 0) return <Paragraph>{t('people.none')}</Paragraph>;
  return (
    <div className={styles.people}>
      <BarChart
        title={t('people.title')}
        description={t('people.description')}
        rowHead={t('people.person')}
        level={level}
        format={(value) => numberInWords(value, language)}
        series={[
          { label: t('figures.inTime'), tone: 'strong' },
          { label: t('figures.overdue'), tone: 'late' },
        ]}
        rows={shown.map(({ personId, serviceId, name, open, overdue, units, hasLeft }) => ({
          key: `${personId} ${serviceId}`,
          label: (
            <span className={styles.person}>
              <Link to={`/tjenester/${serviceId}?person=${personId}#tiltak`}>{name ?? t('people.unknown')}</Link>
              <span className={styles.quiet}>
                {[names.get(serviceId), hasLeft ? t('people.hasLeft') : t('people.units', { count: units })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          ),
          values: [open - overdue, overdue],
          says: t('charts.actions.says', {
            open,
            overdue: numberInWords(overdue, language),
          }),
        }))}
      />
      {people.length > SHOWN && !all && (
        <Button variant="tertiary" data-size="sm" className="not-on-paper" onClick={() => showAll(true)}>
          {t('people.all', { count: people.length })}
        </Button>
      )}
    </div>
  );
}
