import { Details, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './charts.module.css';
import { fillOf, Patterns, type Tone } from './tones.js';

/** A series of a chart: label and appearance. */
export interface Series {
  readonly label: string;
  readonly tone: Tone;
}
/** The chart as a table. */
export interface ChartTable {
  /** Heading of the first column, which names the rows. */
  readonly rowHead: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly label: ReactNode; readonly cells: readonly string[] }[];
}
interface ChartFigureProps {
  readonly title: string;
  /** One sentence: the subject of the chart and its main result. */
  readonly description: string;
  readonly series: readonly Series[];
  readonly table: ChartTable;
  /** Heading level of the title on its page. */
  readonly level?: 2 | 3 | 4;
  /** Renders the chart; `id` is the figure's, for `fillOf`. */
  readonly children: (id: string) => ReactNode;
}

/** Frame of every chart: title, description, legend, and the same data as a table. */
export function ChartFigure({ title, description, series, table, level = 3, children }: ChartFigureProps) {
  const { t } = useTranslation('parts');
  const id = useId();
  return (
    <figure className={styles.figure} aria-labelledby={`${id}title`} aria-describedby={`${id}description`}>
      <figcaption>
        <Heading level={level} data-size="2xs" id={`${id}title`}>
          {title}
        </Heading>
        <Paragraph data-size="sm" id={`${id}description`} className={styles.description}>
          {description}
        </Paragraph>
      </figcaption>
      <Patterns id={id} />
      {series.length > 1 && (
        <ul className={styles.legend} aria-label={t('charts.legend')}>
          {series.map(({ label, tone }) => (
            <li key={label}>
              <svg className={styles.swatch} aria-hidden focusable="false">
                <rect width="100%" height="100%" {...fillOf(tone, id)} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
      {children(id)}
      <Details data-size="sm" className={styles.asTable}>
        <Details.Summary>{t('charts.asTable')}</Details.Summary>
        <Details.Content>
          <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
            <Table data-size="sm">
              <caption className="only-for-readers">{title}</caption>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell scope="col">{table.rowHead}</Table.HeaderCell>
                  {table.columns.map((column) => (
                    <Table.HeaderCell key={column} scope="col" className={styles.number}>
                      {column}
                    </Table.HeaderCell>
                  ))}
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {table.rows.map(({ key, label, cells }) => (
                  <Table.Row key={key}>
                    <Table.HeaderCell scope="row">{label}</Table.HeaderCell>
                    {cells.map((cell, i) => (
                      <Table.Cell key={table.columns[i]} className={styles.number}>
                        {cell}
                      </Table.Cell>
                    ))}
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          </div>
        </Details.Content>
      </Details>
    </figure>
  );
}
