import { ChartFigure, type Series } from './chart-figure.js';
import styles from './charts.module.css';
import { areaPath, columnOf, countAxis, linePath, percentOf, pointsOf } from './geometry.js';
import { fillOf } from './tones.js';

interface LineChartProps {
  readonly title: string;
  /** Summary of the trend: first and last value. */
  readonly description: string;
  /** The first is drawn behind the others. */
  readonly series: readonly (Series & { readonly values: readonly number[] })[];
  /** One per value, from left to right: short below the chart, full in the table. */
  readonly columns: readonly { readonly key: string; readonly short: string; readonly long: string }[];
  readonly columnHead: string;
  readonly level?: 2 | 3 | 4;
  readonly format: (value: number) => string;
}

/** Counts over time: a line per series, with the area below it in its own pattern. */
export function LineChart({ title, description, series, columns, columnHead, format, level }: LineChartProps) {
  const { max, ticks } = countAxis(series.flatMap(({ values }) => values));
  const table = {
    rowHead: columnHead,
    columns: series.map(({ label }) => label),
    rows: columns.map(({ key, long }, i) => ({
      key,
      label: long,
      cells: series.map(({ values }) => format(values[i] ?? 0)),
    })),
  };
  return (
    <ChartFigure title={title} description={description} series={series} table={table} {...(level && { level })}>
      {(id) => (
        <div className={styles.lines}>
          <svg className={styles.plot} role="img" aria-label={description}>
            {ticks.map((tick) => (
              <g key={tick}>
                <line x1="0" x2="100%" y1={down(tick, max)} y2={down(tick, max)} className={styles.grid} />
                <text x="-8" y={down(tick, max)} className={styles.tick}>
                  {format(tick)}
                </text>
              </g>
            ))}
            {series.map(({ label, tone, values }) => {
              const points = pointsOf(values, max);
              return (
                <g key={label} data-tone={tone}>
                  <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" overflow="visible">
                    <path d={areaPath(points)} className={styles.area} data-tone={tone} />
                    <path d={linePath(points)} className={styles.line} data-tone={tone} />
                  </svg>
                  {points.map(({ x, y }, i) => (
                    <circle
                      key={columns[i]!.key}
                      cx={`${x}%`}
                      cy={`${y}%`}
                      r="4"
                      {...fillOf(tone, id)}
                      data-mark={tone}
                    >
                      <title>{`${columns[i]!.long}: ${format(values[i]!)} ${label}`}</title>
                    </circle>
                  ))}
                </g>
              );
            })}
            {columns.map(({ key, short }, i) => (
              <text key={key} x={`${columnOf(i, columns.length)}%`} y="100%" dy="22" className={styles.column}>
                {short}
              </text>
            ))}
          </svg>
        </div>
      )}
    </ChartFigure>
  );
}

const down = (value: number, max: number) => `${100 - percentOf(value, max)}%`;
