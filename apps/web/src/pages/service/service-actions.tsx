import { Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead, type Answer } from '../../api/reads.js';
import { Answered } from '../../parts/states/states.js';
import { ActionRows } from '../../parts/action-row/action-rows.js';
import { Pages } from '../../parts/pages/pages.js';
import styles from './service.module.css';

interface ServiceActionsProps {
  readonly serviceId: string;
  readonly people: Answer<'/api/services/workload'>['people'];
}
const SIZE = 20;

/** Open actions of the service; the filter is in the URL. */
export function ServiceActions({ serviceId, people }: ServiceActionsProps) {
  const { t } = useTranslation(['service', 'services']);
  const [params, setParams] = useSearchParams();
  const person = params.get('person') ?? '';
  const overdue = params.get('vis') === 'over-frist';
  const page = Math.max(1, Number(params.get('side')) || 1);
  const choose = (changes: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(params);
    next.delete('side');
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setParams(next, { replace: true });
  };
  const withVis = (vis: string) => {
    const next = new URLSearchParams(params);
    next.delete('side');
    next.delete('vis');
    if (vis) next.set('vis', vis);
    return { search: next.toString(), hash: '#tiltak' };
  };
  const actions = useRead(
    '/api/actions',
    {
      query: {
        ownerService: serviceId,
        status: 'open',
        ...(person && { owner: person }),
        ...(overdue && { overdue: 'true' }),
        page,
        size: SIZE,
      },
    },
    { keepWhileAsking: true },
  );
  return (
    <>
      <div className={styles.filters}>
        <nav aria-label={t('actions.which')} className={styles.which}>
          <Link to={withVis('')} replace aria-current={overdue ? undefined : 'true'}>
            {t('actions.all')}
          </Link>
          <Link to={withVis('over-frist')} replace aria-current={overdue ? 'true' : undefined}>
            {t('actions.overdue')}
          </Link>
        </nav>
        <Field data-size="sm" className={styles.person}>
          <Label>{t('actions.person')}</Label>
          <Select value={person} onChange={({ target }) => choose({ person: target.value })}>
            <Select.Option value="">{t('actions.everyone')}</Select.Option>
            {people.map(({ personId, name, open }) => (
              <Select.Option key={personId} value={personId}>
                {`${name ?? t('services:people.unknown')} (${open})`}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </div>
      <Answered of={actions}>
        {({ items, total }) => (
          <div>
            {items.length === 0 && <Paragraph>{t(person || overdue ? 'actions.noneSuch' : 'actions.none')}</Paragraph>}
            <ActionRows groups={[{ key: serviceId, actions: items }]} />
            <Pages
              page={page}
              total={total}
              size={SIZE}
              label={t('actions.title')}
              onChange={(to) => choose({ side: to > 1 ? String(to) : '' })}
            />
          </div>
        )}
      </Answered>
    </>
  );
}
