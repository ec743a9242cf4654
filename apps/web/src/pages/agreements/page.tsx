import { Button, Field, Label, Paragraph, Select, Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead, type Answer } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { useSession } from '../../session/session.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { FollowUpLinks } from '../../parts/page-links/follow-up-links.js';
import { Pages } from '../../parts/pages/pages.js';
import { schoolYearInWords, schoolYearOf } from '../../words/school-years.js';
import { addressOf, viewOf, type AgreementView } from './agreements-address.js';
import styles from './agreements.module.css';

const SIZE = 100;
const STATES = ['none', 'waiting', 'changed', 'approved'] as const;

type Agreements = Answer<'/api/agreements'>;

/** Units that must meet, and how the agreement of each with the services stands (R22). */
export function Component() {
  const { t } = useTranslation('agreements');
  const { who } = useSession();
  const [address, setAddress] = useSearchParams();
  const view = viewOf(address);
  const { schoolYear = schoolYearOf(who.today), state, page } = view;
  const change = (changes: Partial<AgreementView>) =>
    setAddress(addressOf({ ...viewOf(new URLSearchParams(window.location.search)), page: 1, ...changes }));
  const list = useRead(
    '/api/agreements',
    { query: { schoolYear, page, size: SIZE, ...(state && { state }) } },
    { keepWhileAsking: true },
  );
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FollowUpLinks />
      <div className={styles.years} role="group" aria-label={t('years.label')}>
        <Button variant="tertiary" data-size="sm" onClick={() => change({ schoolYear: schoolYear - 1 })}>
          {schoolYearInWords(schoolYear - 1)}
        </Button>
        <strong>{t('years.shown', { year: schoolYearInWords(schoolYear) })}</strong>
        <Button variant="tertiary" data-size="sm" onClick={() => change({ schoolYear: schoolYear + 1 })}>
          {schoolYearInWords(schoolYear + 1)}
        </Button>
      </div>
      <Answered of={list}>
        {(it) => (
          <>
            <Paragraph>
              {STATES.map((one) => t('stateCount', { count: it.counts[one], state: t(`states.${one}`) })).join(' · ')}
            </Paragraph>
            <StateFilter counts={it.counts} state={state} onChange={(wanted) => change({ state: wanted })} />
            {it.total === 0 ? (
              <Empty title={t('empty.title')}>{t('empty.detail')}</Empty>
            ) : (
              <>
                <Paragraph data-size="sm">{t('shown', { count: it.total })}</Paragraph>
                <Units items={it.items} schoolYear={schoolYear} />
                <Pages page={page} total={it.total} size={SIZE} onChange={(next) => change({ page: next })} />
              </>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

interface StateFilterProps {
  readonly counts: Agreements['counts'];
  readonly state: AgreementView['state'];
  readonly onChange: (state: AgreementView['state']) => void;
}

/** The count of units in each state, to choose among. */
function StateFilter({ counts, state, onChange }: StateFilterProps) {
  const { t } = useTranslation('agreements');
  return (
    <Field className={styles.filter}>
      <Label>{t('filter')}</Label>
      <Select value={state ?? ''} onChange={({ target }) => onChange(STATES.find((it) => it === target.value))}>
        <Select.Option value="">{t('all')}</Select.Option>
        {STATES.map((it) => (
          <Select.Option key={it} value={it}>
            {t('withCount', { state: t(`states.${it}`), count: counts[it] })}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

function Units({ items, schoolYear }: { readonly items: Agreements['items']; readonly schoolYear: number }) {
  const { t } = useTranslation('agreements');
  return (
    <Table data-size="sm" className={styles.table}>
      <caption className="only-for-readers">{t('table')}</caption>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell scope="col">{t('unit')}</Table.HeaderCell>
          <Table.HeaderCell scope="col">{t('state')}</Table.HeaderCell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {items.map(({ unitId, name, state, waitsFor, holds }) => (
          <Table.Row key={unitId}>
            <Table.HeaderCell scope="row">
              <Link to={`/enheter/${unitId}?ar=${schoolYear}`}>{name}</Link>
            </Table.HeaderCell>
            <Table.Cell>
              {state === 'waiting'
                ? t('waits', { who: t(`waitsFor.${waitsFor.length > 1 ? 'both' : waitsFor[0]!}`) })
                : t(`states.${state}`)}
              {state === 'waiting' && holds !== null && `, ${t('holds', { version: holds })}`}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
