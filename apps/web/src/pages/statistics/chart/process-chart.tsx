import { useTranslation } from 'react-i18next';
import type { Definition, SeriesPoint } from '../figures.js';
import { useIsNarrow } from '../use-is-narrow.js';
import { FEWEST_POINTS, labelsOf, lastOf, plotOf, toneOf, type Dot, type Lines } from '#statistics/contract/chart';
import styles from './process-chart.module.css';

interface ProcessChartProps {
  /** The answer that the chart gives: the name of the picture. */
  readonly name: string;
  readonly points: readonly SeriesPoint[];
  readonly lines: Lines;
  readonly better: Definition['better'];
  /** The version of the definition with its first day; a later version than the first is marked. */
  readonly definition: Pick<Definition, 'version' | 'since'>;
  readonly inWords: (value: number) => string;
  /** Names the first and the last month under the chart. */
  readonly monthInWords: (month: string) => string;
  /** The large one has an axis and names its lines. */
  readonly large?: { readonly mean: string; readonly upper: string; readonly lower: string; readonly chosen?: string };
}

/** Height of a label, in per cent of the chart. */
const LABEL = { card: 16, large: 13 } as const;

/** The values of a series with the limits of its first twelve (XmR chart); nothing for fewer than three points. */
export function ProcessChart(props: ProcessChartProps) {
  const { name, points: all, lines, better, definition, inWords, monthInWords, large } = props;
  const { t } = useTranslation('statistics');
  const points = lastOf(all, useIsNarrow());
  if (points.length < FEWEST_POINTS) return null;
  const { dots, pieces, ahead, mean, upper, lower, baseline, change, ticks } = plotOf(points, lines, definition);
  const labels = labelsOf({ mean, lower, upper }, large ? LABEL.large : LABEL.card);
  const limits = [
    { key: 'upper', y: upper, value: lines.upper },
    { key: 'mean', y: mean, value: lines.mean },
    { key: 'lower', y: lower, value: lines.lower },
  ] as const;
  return (
    <div className={styles.frame} data-large={large !== undefined}>
      <svg className={styles.plot} role="img" aria-label={name}>
        {baseline && <rect x="0" y="0" width={`${baseline.width}%`} height="100%" className={styles.baseline} />}
        {change !== undefined && (
          <g>
            <line x1={`${change}%`} x2={`${change}%`} y1="0" y2="100%" className={styles.change} />
            <text x={`${change}%`} y="0" dx="4" dy="8" className={styles.month}>
              {t('chart.version', { version: definition.version })}
            </text>
          </g>
        )}
        {large &&
          ticks.map(({ value, y }) => (
            <text key={value} x="0" dx="-8" y={`${y}%`} className={styles.tick}>
              {inWords(value)}
            </text>
          ))}
        {limits.map(
          ({ key, y, value }) =>
            y !== undefined && (
              <g key={key}>
                <line x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} className={styles.limit} data-line={key} />
                <text x="100%" dx="6" y={`${labels[key]!}%`} className={styles.value} data-line={key}>
                  {inWords(value!)}
                  {large && (
                    <tspan className={styles.name} x="100%" dx="6" dy="1.2em">
                      {large[key]}
                    </tspan>
                  )}
                </text>
              </g>
            ),
        )}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" overflow="visible">
          {pieces.map((piece) => (
            <path key={piece[0]!.point.key} d={lineThrough(piece)} className={styles.line} />
          ))}
          <path d={lineThrough(ahead)} className={styles.line} data-ahead />
        </svg>
        {dots.map((dot) => (
          <Mark key={dot.point.key} dot={dot} better={better} isChosen={large?.chosen === dot.point.key} />
        ))}
        <text x="0" y="100%" dy="16" className={styles.month}>
          {monthInWords(points[0]!.key)}
        </text>
        <text x="100%" y="100%" dy="16" className={styles.month} data-last>
          {monthInWords(points.at(-1)!.key)}
        </text>
      </svg>
    </div>
  );
}

const lineThrough = (dots: readonly Dot[]) => dots.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');

/** A point; a diamond if it is part of a signal, hollow if it is not finished. */
function Mark({
  dot: { x, y, point },
  better,
  isChosen,
}: {
  readonly dot: Dot;
  readonly better: Definition['better'];
  readonly isChosen: boolean;
}) {
  const tone = toneOf(point.signals, better);
  return (
    <svg x={`${x}%`} y={`${y}%`} overflow="visible" className={styles.mark} data-tone={tone} data-chosen={isChosen}>
      {isChosen && <circle r="10" className={styles.chosen} />}
      {!point.isFinished ? (
        <circle r="4" className={styles.hollow} />
      ) : tone ? (
        <path d="M0-5.5L5.5 0 0 5.5-5.5 0Z" />
      ) : (
        <circle r="2.5" />
      )}
    </svg>
  );
}
