import type { ReactNode } from 'react';
import { Bar } from './bar.js';
import { ChartFigure, type Series } from './chart-figure.js';
import styles from './charts.module.css';

export interface BarRow {
  readonly key: string;
  /** Name of the row, as a link if it leads on. */
  readonly label: ReactNode;
  /** One value per series. */
  readonly values: readonly number[];
  /** Text after the bar: «12 av 14», «31». */
  readonly says: string;
}
interface BarChartProps {
  readonly title: string;
  readonly description: string;
  readonly series: readonly Series[];
  /** Heading of the rows' column in the table. */
  readonly rowHead: string;
  /** In display order. */
  readonly rows: readonly BarRow[];
  /** Value of the full width: by default the longest bar; `own` fills every bar, for shares. */
  readonly scale?: 'longest' | 'own';
  readonly level?: 2 | 3 | 4;
  readonly format: (value: number) => string;
}

/** Horizontal bars, each with its name before it and its figure after it. */
export function BarChart({ rows, series, scale = 'longest', format, rowHead, ...about }: BarChartProps) {
  const sums = rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const longest = Math.max(1, ...sums);
  const table = {
    rowHead,
    columns: series.map(({ label }) => label),
    rows: rows.map(({ key, label, values }) => ({ key, label, cells: values.map(format) })),
  };
  return (
    <ChartFigure {...about} series={series} table={table}>
      {(id) => (
        <ul className={styles.bars}>
          {rows.map(({ key, label, values, says }, i) => (
            <li key={key}>
              <span className={styles.barLabel}>{label}</span>
              <Bar
                figure={id}
                max={scale === 'own' ? sums[i]! : longest}
                parts={values.map((value, at) => ({ value, tone: series[at]!.tone }))}
              />
              <span className={styles.barSays}>{says}</span>
            </li>
          ))}
        </ul>
      )}
    </ChartFigure>
  );
}
