import { Paragraph, Table } from '@digdir/designsystemet-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../parts/section/section.js';
import { longMonth, shortMonth } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { numberInWords } from '../../words/numbers.js';
import { schoolYearInWords, schoolYearOf } from '../../words/school-years.js';
import { Legend } from './chart/legend.js';
import { ProcessChart } from './chart/process-chart.js';
import type { Definition, IndicatorFigure, SeriesPoint } from './figures.js';
import { toneOf } from '#statistics/contract/chart';
import { inLanguage, useFigureWords } from './use-figure-words.js';
import styles from './series.module.css';

interface SeriesProps {
  readonly definition: Definition;
  readonly series: IndicatorFigure;
  readonly points: readonly SeriesPoint[];
}

/** The series month by month as a chart, and the same figures as a table; arrow keys move between the points. */
export function Series({ definition, series, points }: SeriesProps) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const language = currentLanguage();
  const [chosen, choose] = useState<string>();
  const { mean = null, lower = null, upper = null, baseline = null } = series.improvement ?? {};
  const signal = words.signal(points, series, definition);
  const place = points.findIndex(({ key }) => key === chosen);
  const move = (event: KeyboardEvent) => {
    const to = MOVES.get(event.key)?.(place < 0 ? points.length : place, points.length - 1);
    if (to === undefined) return;
    event.preventDefault();
    choose(points[Math.min(Math.max(to, 0), points.length - 1)]!.key);
  };
  const at = points[place];
  return (
    <div className={styles.series}>
      <Section id="months" title={t('series.title')} lead={signal}>
        {/* A group with keys of its own: the picture has a name, and the point that was moved to is read out below. */}
        <div className={styles.chart} role="group" aria-label={t('series.keys')} tabIndex={0} onKeyDown={move}>
          <ProcessChart
            name={t('chart.name', { name: inLanguage(definition.name), signal })}
            points={points}
            lines={{ mean, lower, upper }}
            better={definition.better}
            definition={definition}
            inWords={(value) => words.onAxis(value, definition.unit)}
            monthInWords={(month) => `${shortMonth(month, language)} ${month.slice(0, 4)}`}
            large={{
              mean: t('legend.mean'),
              upper: t('legend.upper'),
              lower: t('legend.lower'),
              ...(chosen !== undefined && { chosen }),
            }}
          />
          <p className={styles.point} data-hint={!at} role="status">
            {at
              ? [
                  longMonth(at.key, language),
                  words.value(at.value, definition.unit),
                  words.made(at.figure, definition.measure, series.subject),
                  signOf(at, t),
                ]
                  .filter(Boolean)
                  .join(' · ')
              : t('series.keys')}
          </p>
        </div>
        <Legend withBaseline={points.some(({ isBaseline }) => isBaseline)} />
        <Paragraph data-size="sm" className={styles.quiet}>
          {baseline === null
            ? t('series.tooFew')
            : t('series.how', { from: longMonth(baseline.from, language), to: longMonth(baseline.to, language) })}
        </Paragraph>
      </Section>
      <SameFigures definition={definition} points={points} />
    </div>
  );
}

const MOVES: ReadonlyMap<string, (place: number, last: number) => number> = new Map([
  ['ArrowLeft', (place: number) => place - 1],
  ['ArrowRight', (place: number) => place + 1],
  ['Home', () => 0],
  ['End', (_: number, last: number) => last],
]);

type T = ReturnType<typeof useTranslation<'statistics'>>['t'];

/** The first signal of which the point is a part, in one word; that it is not finished; or that it is of the baseline. */
function signOf({ signals: [signal], isFinished, isBaseline }: SeriesPoint, t: T): string {
  if (!isFinished) return t('series.soFar');
  if (signal) return t(`series.kinds.${signal.kind}.${signal.towards}`);
  return isBaseline ? t('series.baseline') : '';
}

/** The table of the chart, by school year. */
function SameFigures({
  definition,
  points,
}: {
  readonly definition: Definition;
  readonly points: readonly SeriesPoint[];
}) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const language = currentLanguage();
  const years = Map.groupBy(points, ({ key }) => schoolYearOf(`${key}-01`));
  const number = (value: number) => numberInWords(Math.round(value), language);
  return (
    <Section id="same" title={t('series.table')}>
      <div className={styles.scroll} role="group" aria-labelledby="same" tabIndex={0}>
        <Table data-size="sm" className={styles.table}>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t('series.month')}</Table.HeaderCell>
              <Table.HeaderCell scope="col" className={styles.number}>
                {t('series.numerator')}
              </Table.HeaderCell>
              <Table.HeaderCell scope="col" className={styles.number}>
                {t('series.denominator')}
              </Table.HeaderCell>
              <Table.HeaderCell scope="col" className={styles.number}>
                {t('series.value')}
              </Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('series.signal')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          {[...years].map(([year, those]) => (
            <Table.Body key={year}>
              <Table.Row>
                <Table.HeaderCell scope="rowgroup" colSpan={5} className={styles.year}>
                  {t('periods.yearTitle', { year: schoolYearInWords(year) })}
                </Table.HeaderCell>
              </Table.Row>
              {those.map((point) => (
                <Table.Row key={point.key} data-baseline={point.isBaseline} className={styles.row}>
                  <Table.HeaderCell scope="row">{longMonth(point.key, language)}</Table.HeaderCell>
                  <Table.Cell className={styles.number}>{number(point.figure.numerator)}</Table.Cell>
                  <Table.Cell className={styles.number}>{number(point.figure.denominator)}</Table.Cell>
                  <Table.Cell className={styles.number}>{words.value(point.value, definition.unit)}</Table.Cell>
                  <Table.Cell className={styles.sign} data-tone={toneOf(point.signals, definition.better)}>
                    {point.signals.length > 0 && '◆ '}
                    {signOf(point, t)}
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          ))}
        </Table>
      </div>
    </Section>
  );
}
