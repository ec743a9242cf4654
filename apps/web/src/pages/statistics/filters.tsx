import { Details, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllUnits } from '../../parts/unit-link/all-units.js';
import { useTypedDate } from '../../parts/date-field/typed-date.js';
import { rightOf, useSession } from '../../session/session.js';
import { longDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { byName } from '../../words/names.js';
import { periodsToChoose } from './periods.js';
import type { UnitKind } from './statistics-address.js';
import { useIsNarrow } from './use-is-narrow.js';
import { useFigureWords } from './use-figure-words.js';
import type { Shown } from './use-statistics-view.js';
import styles from './filters.module.css';

/** Filters in one row, which live in the address: period, units, and as of which day. Narrow: behind one button. */
export function Filters({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const isNarrow = useIsNarrow();
  const { view, period, day, change } = shown;
  const { units, areas, isEverywhere } = useChoices(view.area);
  const periods = periodsToChoose(day);
  const active = [
    words.period(period),
    view.kind && t(`filters.kinds.${view.kind}`),
    view.area,
    units.find(({ unitId }) => unitId === view.unitId)?.name,
  ].filter(Boolean);
  const fields = (
    <>
      <Field data-size="sm">
        <Label>{t('filters.period')}</Label>
        <Select
          value={period}
          onChange={({ target }) => change({ period: target.value === periods[0] ? undefined : target.value })}
        >
          {[...periods, ...(periods.includes(period) ? [] : [period])].map((it) => (
            <Select.Option key={it} value={it}>
              {capital(words.period(it))}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {isEverywhere && (
        <Field data-size="sm">
          <Label>{t('filters.kind')}</Label>
          <Select
            value={view.kind ?? ''}
            onChange={({ target }) => change({ kind: (target.value || undefined) as UnitKind | undefined })}
          >
            <Select.Option value="">{t('filters.allKinds')}</Select.Option>
            <Select.Option value="school">{t('filters.kinds.school')}</Select.Option>
            <Select.Option value="kindergarten">{t('filters.kinds.kindergarten')}</Select.Option>
          </Select>
        </Field>
      )}
      {isEverywhere && areas.length > 0 && (
        <Field data-size="sm">
          <Label>{t('filters.area')}</Label>
          <Select value={view.area ?? ''} onChange={({ target }) => change({ area: target.value || undefined })}>
            <Select.Option value="">{t('filters.allAreas')}</Select.Option>
            {areas.map((area) => (
              <Select.Option key={area} value={area}>
                {area}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      {units.length > 1 && (
        <Field data-size="sm">
          <Label>{t('filters.unit')}</Label>
          <Select value={view.unitId ?? ''} onChange={({ target }) => change({ unitId: target.value || undefined })}>
            <Select.Option value="">{t('filters.allUnits')}</Select.Option>
            {units.map(({ unitId, name }) => (
              <Select.Option key={unitId} value={unitId}>
                {name}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      <AsOfField key={view.asOf} shown={shown} />
    </>
  );
  return (
    <div className={styles.filters} role="group" aria-label={t('filters.label')}>
      {isNarrow ? (
        <Details className={styles.folded} data-size="sm">
          <Details.Summary>{t('filters.folded', { active: active.join(', ') })}</Details.Summary>
          <Details.Content>
            <div className={styles.column}>{fields}</div>
          </Details.Content>
        </Details>
      ) : (
        <div className={styles.row}>{fields}</div>
      )}
      <p className={styles.paper}>{capital(active.join(' · '))}</p>
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Units and areas that the user may read the figures of. */
function useChoices(chosenArea: string | undefined) {
  const { who } = useSession();
  const reads = rightOf(who, 'statistics.read');
  const own = new Set<string>(reads?.unitIds);
  const { data = [] } = useAllUnits();
  const isEverywhere = reads?.everywhere ?? false;
  const units = data.filter(({ unitId }) => isEverywhere || own.has(unitId)).toSorted((a, b) => byName(a.name, b.name));
  const areas = new Set(units.flatMap(({ area }) => area ?? []));
  if (chosenArea !== undefined) areas.add(chosenArea);
  return { units, areas: [...areas].toSorted(byName), isEverywhere };
}

/** The day by whose end everything shown was known; empty: now. Chosen when the field is left, or with Enter. */
function AsOfField({ shown: { view, today, change } }: { readonly shown: Shown }) {
  const { t } = useTranslation(['statistics', 'date-field']);
  const [typed, setTyped] = useState(view.asOf ?? null);
  const { field, problem } = useTypedDate(typed, setTyped, { today, prefer: 'nearest' });
  const isLater = typed !== null && typed >= today;
  const choose = () => {
    if (problem === undefined && !isLater && (typed ?? undefined) !== view.asOf) change({ asOf: typed ?? undefined });
  };
  return (
    <form
      className={styles.asOf}
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <Textfield
        data-size="sm"
        label={t('filters.asOf')}
        placeholder={t('filters.now')}
        {...field}
        onBlur={() => {
          field.onBlur();
          choose();
        }}
        error={
          problem
            ? t(`date-field:problems.${problem}`)
            : isLater && typed > today
              ? t('filters.notYet', { day: longDay(typed, currentLanguage(), today) })
              : undefined
        }
      />
    </form>
  );
}
