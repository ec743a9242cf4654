import { Details, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { ALL_ROWS } from '../../parts/closing/closable.js';
import { useTypedDate } from '../../parts/date-field/typed-date.js';
import { ChoiceFilter } from '../../parts/list-filters/list-filters.js';
import { mayOpenService } from '../../parts/service-link/may-open-service.js';
import { useAllUnits } from '../../parts/unit-link/all-units.js';
import { rightOf } from '../../session/held-rights.js';
import { useMay, useSession } from '../../session/session.js';
import { longDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { byName } from '../../words/names.js';
import { periodsToChoose } from './periods.js';
import type { UnitKind } from './statistics-address.js';
import { useIsNarrow } from './use-is-narrow.js';
import { useFigureWords } from './use-figure-words.js';
import type { Shown } from './use-statistics-view.js';
import styles from './filters.module.css';

/** Filters in one row, which live in the address: period, units, service, and as of which day. Narrow: behind one button. */
export function Filters({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const isNarrow = useIsNarrow();
  const { view, period, day, change } = shown;
  const { units, areas, isEverywhere } = useChoices(view.area);
  const services = useServices();
  const periods = periodsToChoose(day);
  const active = [
    words.period(period),
    view.kind && t(`filters.kinds.${view.kind}`),
    view.area,
    units.find(({ unitId }) => unitId === view.unitId)?.name,
    services.find(({ serviceId }) => serviceId === view.serviceId)?.name,
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
        <ChoiceFilter
          label={t('filters.kind')}
          value={view.kind}
          first={t('filters.allKinds')}
          onChange={(kind) => change({ kind: (kind || undefined) as UnitKind | undefined })}
        >
          {(['school', 'kindergarten'] as const).map((kind) => [kind, t(`filters.kinds.${kind}`)])}
        </ChoiceFilter>
      )}
      {isEverywhere && areas.length > 0 && (
        <ChoiceFilter
          label={t('filters.area')}
          value={view.area}
          first={t('filters.allAreas')}
          onChange={(area) => change({ area: area || undefined })}
        >
          {areas.map((area) => [area, area])}
        </ChoiceFilter>
      )}
      {units.length > 1 && (
        <ChoiceFilter
          label={t('filters.unit')}
          value={view.unitId}
          first={t('filters.allUnits')}
          onChange={(unitId) => change({ unitId: unitId || undefined })}
        >
          {units.map(({ unitId, name }) => [unitId, name])}
        </ChoiceFilter>
      )}
      {services.length > 0 && (
        <ChoiceFilter
          label={t('filters.service')}
          value={view.serviceId}
          first={t('filters.allServices')}
          onChange={(serviceId) => change({ serviceId: serviceId || undefined })}
        >
          {services.map(({ serviceId, name }) => [serviceId, name])}
        </ChoiceFilter>
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

/** Services whose figures the user may read: all of them for the coordinator, the own ones for their leader. */
function useServices() {
  const { who } = useSession();
  const enabled = useMay('service-figures.read');
  const { data } = useRead('/api/services', ALL_ROWS, { enabled });
  return data?.items.filter(({ serviceId }) => mayOpenService(who, serviceId)) ?? [];
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
