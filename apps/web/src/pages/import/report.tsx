import { Button, Checkbox, Details, Table } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { currentLanguage } from '../../words/language.js';
import type { Report, What } from './importing.js';
import styles from './import.module.css';

type Item = Report['changed'][number];
type Change = Item['changes'][number];

const LINES_NAMED = 20;

/** New items that are left out, and how that is changed. */
interface Choice {
  readonly leaveOut: ReadonlySet<string>;
  readonly onChange: (leaveOut: ReadonlySet<string>) => void;
}
interface ReportShownProps {
  readonly report: Report;
  readonly what: What;
  /** Given while the user may leave new items out. */
  readonly choice?: Choice;
}

/** Result of an import or its preview: counts, faults, changes, new items, and skipped lines. */
export function ReportShown({ report, what, choice }: ReportShownProps) {
  const { t } = useTranslation('import');
  const { counts, bad, changed, leftOut, lines } = report;
  const someLines = (all: readonly string[]) =>
    all.length <= LINES_NAMED
      ? listed(all, currentLanguage())
      : `${all.slice(0, LINES_NAMED).join(', ')} ${t('more', { count: all.length - LINES_NAMED })}`;
  return (
    <div className={styles.report}>
      <dl className={styles.counts}>
        {(['new', 'changed', 'unchanged', 'leftOut', 'bad'] as const).map((key) => (
          <div key={key} data-bad={key === 'bad' && counts.bad > 0}>
            <dt>{t(`counts.${key}`)}</dt>
            <dd>{counts[key]}</dd>
          </div>
        ))}
        <div>
          <dt>{t('counts.lines')}</dt>
          <dd>{lines}</dd>
        </div>
      </dl>
      {bad.length > 0 && (
        <Part title={t('parts.bad', { count: counts.bad })} open>
          <Table data-size="sm">
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell className={styles.number}>{t('line')}</Table.HeaderCell>
                <Table.HeaderCell>{t('wrong')}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {bad.map(({ line, rule, detail }, i) => (
                <Table.Row key={`${line ?? ''} ${rule} ${i}`}>
                  <Table.Cell className={styles.number}>{line ?? '–'}</Table.Cell>
                  <Table.Cell>{detail}</Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
          <More shown={bad.length} of={counts.bad} />
        </Part>
      )}
      {changed.length > 0 && (
        <Part title={t('parts.changed', { count: counts.changed })} open>
          <Items items={changed} what={what} />
          <More shown={changed.length} of={counts.changed} />
        </Part>
      )}
      {report.new.length > 0 && (
        <Part title={t('parts.new', { count: counts.new })} open={counts.new <= 20 || choice !== undefined}>
          {choice && <ChooseAll items={report.new} {...choice} />}
          <Items items={report.new} what={what} {...(choice && { choice })} />
          <More shown={report.new.length} of={counts.new} />
        </Part>
      )}
      {leftOut.length > 0 && (
        <Part title={t('parts.leftOut', { count: counts.leftOut })}>
          <ul>
            {[...Map.groupBy(leftOut, ({ reason }) => reason)].map(([reason, those]) => (
              <li key={reason}>
                {t(`leftOut.${reason}`)}:{' '}
                {t('lines', {
                  lines: someLines(those.map(({ line }) => String(line))),
                })}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

function Part({
  title,
  open = false,
  children,
}: {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Details data-size="sm" defaultOpen={open}>
      <Details.Summary>{title}</Details.Summary>
      <Details.Content className={styles.scroller}>{children}</Details.Content>
    </Details>
  );
}

function ChooseAll({ items, onChange }: Choice & { readonly items: readonly Item[] }) {
  const { t } = useTranslation('import');
  return (
    <div className={styles.buttons}>
      <Button variant="tertiary" data-size="sm" onClick={() => onChange(new Set())}>
        {t('choice.all')}
      </Button>
      <Button variant="tertiary" data-size="sm" onClick={() => onChange(new Set(items.map(({ id }) => id)))}>
        {t('choice.none')}
      </Button>
    </div>
  );
}

interface ItemsProps {
  readonly items: readonly Item[];
  readonly what: What;
  readonly choice?: Choice;
}

function Items({ items, what, choice }: ItemsProps) {
  const { t } = useTranslation('import');
  return (
    <Table data-size="sm">
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{t(`what.${what}`)}</Table.HeaderCell>
          <Table.HeaderCell>{t('change')}</Table.HeaderCell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {items.map(({ id, name, changes }) => (
          <Table.Row key={id}>
            <Table.HeaderCell scope="row" className={styles.name}>
              {choice ? (
                <Checkbox
                  data-size="sm"
                  label={name}
                  description={id}
                  checked={!choice.leaveOut.has(id)}
                  onChange={({ target }) => {
                    const leaveOut = new Set(choice.leaveOut);
                    if (target.checked) leaveOut.delete(id);
                    else leaveOut.add(id);
                    choice.onChange(leaveOut);
                  }}
                />
              ) : (
                <>
                  {name}
                  {what === 'units' && <span className={styles.quiet}> {id}</span>}
                </>
              )}
            </Table.HeaderCell>
            <Table.Cell>
              <ul className={styles.changes}>
                {changes.map((change, i) => (
                  <li key={`${change.field} ${i}`}>
                    <ChangeShown {...change} />
                  </li>
                ))}
              </ul>
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

/** «Elevtall: 210 → 224» */
function ChangeShown({ field, before, after, at }: Change) {
  const { t, i18n } = useTranslation('import');
  const valueText = (value: Change['after']) => {
    if (value === null) return t('nothing');
    if (typeof value === 'boolean') return t(value ? 'values.mustAttend' : 'values.mayAttend');
    const key = `import:values.${value}`;
    return typeof value === 'string' && i18n.exists(key) ? t(key) : String(value);
  };
  return (
    <>
      {t(`fields.${field}`)}
      {at !== null && `, ${at}`}: {before !== null && <del>{valueText(before)}</del>}
      {before !== null && ' → '}
      <ins>{valueText(after)}</ins>
    </>
  );
}

function More({ shown, of }: { readonly shown: number; readonly of: number }) {
  const { t } = useTranslation('import');
  return of > shown ? <p className={styles.quiet}>{t('more', { count: of - shown })}</p> : null;
}
