import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { BarChart } from '../charts/bar-chart.js';
import { LineChart } from '../charts/line-chart.js';
import { longDay, shortDay, shortMonth } from '../../words/dates.js';
import { numberInWords } from '../../words/numbers.js';

type Workload = Answer<'/api/services/workload'>;
type Month = Workload['services'][number]['byMonth'][number];

/** Open and overdue actions at the end of each month. */
export function LoadOverTime({ byMonth, today }: { readonly byMonth: readonly Month[]; readonly today: string }) {
  const { t } = useTranslation('services');
  const language = currentLanguage();
  const [first, last] = [byMonth[0], byMonth.at(-1)];
  if (!first || !last) return null;
  return (
    <LineChart
      title={t('charts.time.title')}
      description={t('charts.time.description', {
        from: shortDay(first.on, language, today),
        then: first.open,
        thenOverdue: numberInWords(first.overdue, language),
        now: last.open,
        nowOverdue: numberInWords(last.overdue, language),
      })}
      columnHead={t('charts.time.day')}
      format={(value) => numberInWords(value, language)}
      columns={byMonth.map(({ on }) => ({
        key: on,
        short: on === today ? t('charts.time.today') : shortMonth(on.slice(0, 7), language).replace('.', ''),
        long: longDay(on, language, today),
      }))}
      series={[
        { label: t('figures.open'), tone: 'strong', values: byMonth.map(({ open }) => open) },
        { label: t('figures.overdue'), tone: 'late', values: byMonth.map(({ overdue }) => overdue) },
      ]}
    />
  );
}

/** Sum of several services by month. */
export const addedUp = (services: Workload['services']): Month[] =>
  (services[0]?.byMonth ?? []).map(({ on }, i) => ({
    on,
    open: services.reduce((sum, { byMonth }) => sum + (byMonth[i]?.open ?? 0), 0),
    overdue: services.reduce((sum, { byMonth }) => sum + (byMonth[i]?.overdue ?? 0), 0),
  }));

/** Actions by responsible service. */
export function ActionsByService({ services }: { readonly services: Workload['services'] }) {
  const { t } = useTranslation('services');
  const language = currentLanguage();
  return (
    <BarChart
      title={t('charts.actions.title')}
      description={t('charts.actions.description')}
      rowHead={t('figures.service')}
      format={(value) => numberInWords(value, language)}
      series={[
        { label: t('figures.inTime'), tone: 'strong' },
        { label: t('figures.overdue'), tone: 'late' },
      ]}
      rows={services.map(({ serviceId, name, open, overdue }) => ({
        key: serviceId,
        label: <Link to={`/tjenester/${serviceId}#tiltak`}>{name}</Link>,
        values: [open - overdue, overdue],
        says: t('charts.actions.says', {
          open,
          overdue: numberInWords(overdue, language),
        }),
      }))}
    />
  );
}

/** Attendance by service, of the meetings at which it was expected. */
export function AttendanceByService({ services }: { readonly services: Answer<'/api/attendance'>['services'] }) {
  const { t } = useTranslation('services');
  const language = currentLanguage();
  return (
    <BarChart
      title={t('charts.attendance.title')}
      description={t('charts.attendance.description')}
      rowHead={t('figures.service')}
      scale="own"
      format={(value) => numberInWords(value, language)}
      series={[
        { label: t('attendance.present'), tone: 'strong' },
        { label: t('attendance.deputy'), tone: 'stand-in' },
        { label: t('attendance.absent'), tone: 'missing' },
      ]}
      rows={services.map(({ serviceId, name, expected, present, deputy }) => ({
        key: serviceId,
        label: <Link to={`/tjenester/${serviceId}#oppmote`}>{name}</Link>,
        values: [present, deputy, expected - present - deputy],
        says:
          expected === 0
            ? t('figures.noMeetings')
            : t('attendance.of', {
                there: numberInWords(present + deputy, language),
                expected: numberInWords(expected, language),
              }),
      }))}
    />
  );
}
