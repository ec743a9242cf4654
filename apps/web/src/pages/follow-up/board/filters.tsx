import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { MONTH_STATES, useMonthState, type MonthState } from '../../../parts/month-mark/month-mark.js';
import type { Board } from './board.js';
import { ORDERS, type BoardView, type Order, type UnitKind } from './board-address.js';
import styles from './filters.module.css';

interface FiltersProps {
  readonly view: BoardView;
  readonly board: Pick<Board, 'areas' | 'states'> | undefined;
  readonly onChange: (changes: Partial<BoardView>) => void;
}

/** Filters and order of the board: type, area, state. Each choice is in the URL. */
export function Filters({ view, board, onChange }: FiltersProps) {
  const { t } = useTranslation('follow-up');
  const inWords = useMonthState();
  const areas = board?.areas ?? (view.area === undefined ? [] : [view.area]);
  const ofAll = <T extends string>(value: string) => (value === '' ? undefined : (value as T));
  return (
    <div className={styles.filters} role="group" aria-label={t('filters.label')}>
      <Field data-size="sm">
        <Label>{t('filters.kind')}</Label>
        <Select value={view.kind ?? ''} onChange={({ target }) => onChange({ kind: ofAll<UnitKind>(target.value) })}>
          <Select.Option value="">{t('filters.allKinds')}</Select.Option>
          <Select.Option value="school">{t('filters.schools')}</Select.Option>
          <Select.Option value="kindergarten">{t('filters.kindergartens')}</Select.Option>
        </Select>
      </Field>
      {areas.length > 0 && (
        <Field data-size="sm">
          <Label>{t('filters.area')}</Label>
          <Select value={view.area ?? ''} onChange={({ target }) => onChange({ area: ofAll(target.value) })}>
            <Select.Option value="">{t('filters.allAreas')}</Select.Option>
            {areas.map((area) => (
              <Select.Option key={area} value={area}>
                {area}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      <Field data-size="sm">
        <Label>{t('filters.state')}</Label>
        <Select
          value={view.state ?? ''}
          onChange={({ target }) => onChange({ state: ofAll<MonthState>(target.value) })}
        >
          <Select.Option value="">{t('filters.allStates')}</Select.Option>
          {MONTH_STATES.filter((state) => state !== 'not-obliged').map((state) => (
            <Select.Option key={state} value={state}>
              {`${inWords(state)}${board ? ` (${board.states[state] ?? 0})` : ''}`}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field data-size="sm">
        <Label>{t('filters.order')}</Label>
        <Select value={view.order} onChange={({ target }) => onChange({ order: target.value as Order })}>
          {ORDERS.map((order) => (
            <Select.Option key={order} value={order}>
              {t(`filters.orders.${order}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
