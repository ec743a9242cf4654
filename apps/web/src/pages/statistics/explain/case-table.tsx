import { Table } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Shown } from '../use-statistics-view.js';
import { useCaseWords, type Case } from './use-case-words.js';
import styles from './explain.module.css';

/** A column between a case's units and its link; undefined in a list of columns: left out. */
interface Column<OneCase> {
  readonly title: string;
  /** Class of the heading and the cells. */
  readonly className?: string | undefined;
  readonly cell: (it: OneCase) => ReactNode;
}

interface CaseTableProps<OneCase> {
  /** Name of the table for screen readers. */
  readonly title: string;
  readonly cases: readonly OneCase[];
  readonly columns: readonly (Column<OneCase> | undefined)[];
  readonly isBusy: boolean;
  readonly shown: Shown;
}

/** Cases behind a figure, each with its units, some columns, and a link to what it is. */
export function CaseTable<OneCase extends Case>({ title, cases, columns, isBusy, shown }: CaseTableProps<OneCase>) {
  const { t } = useTranslation('statistics');
  const words = useCaseWords(shown);
  const between = columns.filter((column) => column !== undefined);
  return (
    <div className={styles.scroll} role="group" aria-label={title} tabIndex={0}>
      <Table data-size="sm" className={styles.rows} aria-busy={isBusy}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('explain.unit')}</Table.HeaderCell>
            {between.map((column) => (
              <Table.HeaderCell key={column.title} scope="col" className={column.className}>
                {column.title}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell scope="col">{t('explain.open')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {cases.map((it, i) => (
            <Table.Row key={`${it.kind} ${it.id} ${i}`}>
              <Table.HeaderCell scope="row">{words.units(it)}</Table.HeaderCell>
              {between.map((column) => (
                <Table.Cell key={column.title} className={column.className}>
                  {column.cell(it)}
                </Table.Cell>
              ))}
              <Table.Cell>
                <Link to={words.address(it)}>{t(`explain.kinds.${it.kind}`)}</Link>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
