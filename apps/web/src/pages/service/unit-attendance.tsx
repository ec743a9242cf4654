import { Details, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead, type Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { Bar } from '../../parts/charts/bar.js';
import { Patterns } from '../../parts/charts/tones.js';
import { Pages } from '../../parts/pages/pages.js';
import { longDay } from '../../words/dates.js';
import { numberInWords } from '../../words/numbers.js';
import styles from './service.module.css';

type Unit = Answer<'/api/attendance/{serviceId}'>['items'][number];
const SIZE = 20;

/** Attendance of the service by unit; each unit expands to the meetings counted. */
export function UnitAttendance({ serviceId, today }: { readonly serviceId: string; readonly today: string }) {
  const { t } = useTranslation(['service', 'services']);
  const [page, setPage] = useState(1);
  const figure = useId();
  const units = useRead(
    '/api/attendance/{serviceId}',
    { path: { serviceId }, query: { page, size: SIZE } },
    { keepWhileAsking: true },
  );
  return (
    <Answered of={units}>
      {({ items, total }) =>
        total === 0 ? (
          <Empty title={t('attendance.none')}>{t('attendance.noneDetail')}</Empty>
        ) : (
          <div>
            <Patterns id={figure} />
            <ul className={styles.units}>
              {items.map((unit) => (
                <li key={unit.unitId}>
                  <OneUnit unit={unit} serviceId={serviceId} figure={figure} today={today} />
                </li>
              ))}
            </ul>
            <Pages page={page} total={total} size={SIZE} onChange={setPage} label={t('attendance.title')} />
          </div>
        )
      }
    </Answered>
  );
}

interface OneUnitProps {
  readonly unit: Unit;
  readonly serviceId: string;
  readonly figure: string;
  readonly today: string;
}

function OneUnit({ unit, serviceId, figure, today }: OneUnitProps) {
  const { t } = useTranslation(['service', 'services']);
  const language = currentLanguage();
  const [wasOpened, setOpened] = useState(false);
  const { unitId, name, expected, present, deputy, absentInARow } = unit;
  const says = [
    t('services:attendance.of', {
      there: numberInWords(present + deputy, language),
      expected: numberInWords(expected, language),
    }),
    deputy > 0 && t('attendance.byDeputy', { count: deputy }),
  ];
  return (
    <Details data-size="sm" onToggle={() => setOpened(true)} className={styles.unit}>
      <Details.Summary>
        <span className={styles.summary}>
          <span className={styles.unitName}>{name ?? unitId}</span>
          <Bar
            figure={figure}
            max={expected}
            parts={[
              { value: present, tone: 'strong' },
              { value: deputy, tone: 'stand-in' },
              { value: expected - present - deputy, tone: 'missing' },
            ]}
          />
          <span className={styles.says}>
            {says.filter(Boolean).join(', ')}
            {absentInARow > 1 && (
              <Tag data-color="warning" data-size="sm">
                {t('attendance.inARow', { count: absentInARow })}
              </Tag>
            )}
          </span>
        </span>
      </Details.Summary>
      <Details.Content>{wasOpened && <Meetings serviceId={serviceId} unitId={unitId} today={today} />}</Details.Content>
    </Details>
  );
}

/** More meetings than a school year has. */
const ALL = 50;

function Meetings({ serviceId, unitId, today }: { serviceId: string; unitId: string; today: string }) {
  const { t } = useTranslation(['service', 'services']);
  const language = currentLanguage();
  const meetings = useRead('/api/attendance/{serviceId}/units/{unitId}', {
    path: { serviceId, unitId },
    query: { size: ALL },
  });
  return (
    <Answered of={meetings}>
      {({ items }) => (
        <>
          <ul className={styles.meetings}>
            {items.map(({ meetingId, on, how }) => (
              <li key={meetingId}>
                <Link to={`/moter/${meetingId}`}>{longDay(on, language, today)}</Link>
                <span data-how={how}>{t(`services:attendance.${how}`)}</span>
              </li>
            ))}
          </ul>
          <Paragraph data-size="sm" className={styles.toUnit}>
            <Link to={`/enheter/${unitId}`}>{t('attendance.unit')}</Link>
          </Paragraph>
        </>
      )}
    </Answered>
  );
}
