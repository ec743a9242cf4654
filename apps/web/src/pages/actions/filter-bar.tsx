import { Chip, Field, Label, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { rightOf } from '../../session/held-rights.js';
import { useSession } from '../../session/session.js';
import styles from './filter-bar.module.css';
import { askedOf, seesOthers, STATUSES, type Filters, type Status } from './filters.js';

interface FilterBarProps {
  readonly filters: Filters;
  readonly onChange: (changes: Readonly<Record<string, string | null>>) => void;
}

const COUNTED: Partial<
  Readonly<Record<Status, 'open' | 'overdue' | 'thisWeek' | 'unanswered' | 'declined' | 'followUpMissed' | 'toJudge'>>
> = {
  apne: 'open',
  'over-frist': 'overdue',
  'denne-uka': 'thisWeek',
  'uten-svar': 'unanswered',
  'sagt-nei': 'declined',
  'ikke-fulgt-opp': 'followUpMissed',
  'til-vurdering': 'toJudge',
};
/** All units: a municipality has about 144. */
const ALL = 200;

/** Filters by owner, state and place. Each choice is in the URL. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation('actions');
  const { who } = useSession();
  const { owner, status, unitId, serviceId } = filters;
  const counts = useRead('/api/actions/counts', { query: askedOf(filters) }, { keepWhileAsking: true });
  const others = seesOthers(who);
  // A participant in many units' meetings may own an action at a unit whose page is closed to them.
  const isAtOtherUnits = rightOf(who, 'protocol.read')?.elsewhere ?? false;
  const units = useRead('/api/units', { query: { size: ALL } }, { enabled: others, staleTime: Infinity });
  const services = useRead('/api/services', { query: { size: ALL } }, { enabled: others, staleTime: Infinity });
  const someone = owner !== 'meg' && owner !== 'alle';
  const person = useRead(
    '/api/people/{personId}',
    { path: { personId: owner } },
    { enabled: someone, staleTime: Infinity },
  );
  const collator = new Intl.Collator(currentLanguage());
  return (
    <search className={styles.filters} aria-label={t('filters.label')}>
      <div className={styles.choices} role="group" aria-label={t('filters.status')}>
        {STATUSES.map((it) => {
          const count = counts.data?.[COUNTED[it] ?? ('' as 'open')];
          return (
            <Chip.Radio
              key={it}
              name="status"
              value={it}
              checked={status === it}
              onChange={() => onChange({ status: it })}
            >
              {t(`statuses.${it}`)}
              {count !== undefined && <span className={styles.count}> {count}</span>}
            </Chip.Radio>
          );
        })}
      </div>
      {others && (
        <div className={styles.where}>
          <Field className={styles.field}>
            <Label>{t('filters.owner')}</Label>
            <Select data-size="sm" value={owner} onChange={(event) => onChange({ eier: event.target.value })}>
              <Select.Option value="meg">{t('filters.me')}</Select.Option>
              <Select.Option value="alle">{t('filters.everyone')}</Select.Option>
              {someone && <Select.Option value={owner}>{person.data?.name ?? '…'}</Select.Option>}
            </Select>
          </Field>
          <Field className={styles.field}>
            <Label>{t('filters.unit')}</Label>
            <Select
              data-size="sm"
              value={unitId ?? ''}
              onChange={(event) => onChange({ enhet: event.target.value || null })}
            >
              <Select.Option value="">{t('filters.allUnits')}</Select.Option>
              {unitId && !units.data && <Select.Option value={unitId}>…</Select.Option>}
              {units.data?.items
                .filter((unit) => isAtOtherUnits || unit.unitId === unitId || unit.may.includes('open'))
                .toSorted((a, b) => collator.compare(a.name, b.name))
                .map(({ unitId: id, name }) => (
                  <Select.Option key={id} value={id}>
                    {name}
                  </Select.Option>
                ))}
            </Select>
          </Field>
          <Field className={styles.field}>
            <Label>{t('filters.service')}</Label>
            <Select
              data-size="sm"
              value={serviceId ?? ''}
              onChange={(event) => onChange({ tjeneste: event.target.value || null })}
            >
              <Select.Option value="">{t('filters.allServices')}</Select.Option>
              {serviceId && !services.data && <Select.Option value={serviceId}>…</Select.Option>}
              {services.data?.items.map(({ serviceId: id, name }) => (
                <Select.Option key={id} value={id}>
                  {name}
                </Select.Option>
              ))}
            </Select>
          </Field>
        </div>
      )}
    </search>
  );
}
