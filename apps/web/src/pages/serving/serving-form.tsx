import { Alert, Button, Field, Label, Paragraph, Search, Select } from '@digdir/designsystemet-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchingItems } from '#platform/kernel/plain';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ProblemShown } from '../../parts/states/states.js';
import type { Unit } from '../../parts/unit-link/all-units.js';
import { byName } from '../../words/names.js';
import { choose, leftAfter, NEW_SERVICE, registered, type Choices, type Serves } from './serving.js';
import { UnitRows, type Member } from './unit-rows.js';
import { useSave, type Saved } from './use-save.js';
import styles from './serving.module.css';

interface ServingFormProps {
  readonly serviceId: string;
  readonly units: readonly Unit[];
  readonly members: readonly Member[];
}
type Kind = Unit['kind'] | '';

/** A table of all units; choices for many of them are saved together. */
export function ServingForm({ serviceId, units, members }: ServingFormProps) {
  const { t } = useTranslation('serving');
  const announce = useAnnounce();
  const [choices, setChoices] = useState<Choices>(new Map());
  const [saved, setSaved] = useState<Saved>();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed);
  const [kind, setKind] = useState<Kind>('');
  const [area, setArea] = useState('');
  const areas = useMemo(() => [...new Set(units.flatMap((it) => it.area ?? []))].toSorted(byName), [units]);
  const save = useSave(serviceId, units, (done) => {
    setSaved(done);
    // Refused choices stay, with the unit's present values beside them when it is read again.
    const refused = done.refused.map(({ unitId }) => unitId);
    setChoices((now) => leftAfter(now, refused));
    announce(t('saved', { count: done.units }));
  });
  const servesOf = (unit: Unit): Serves => {
    const choice = choices.get(unit.unitId);
    return choice ? choice.serves : registered(unit, serviceId);
  };
  const shown = useMemo(
    () =>
      matchingItems(
        units.filter((it) => (!kind || it.kind === kind) && (!area || it.area === area)),
        text,
        ({ name, unitId }) => `${name} ${unitId}`,
      ),
    [units, kind, area, text],
  );
  const change = (those: readonly Unit[], to: (serves: Serves) => Serves) => {
    setSaved(undefined);
    setChoices((now) => choose(now, those, serviceId, to));
  };
  const serving = shown.filter((unit) => servesOf(unit) !== null);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (choices.size > 0) save.mutate(choices);
      }}
    >
      <div className={styles.filters}>
        <Field data-size="sm" className={styles.search}>
          <Label>{t('search')}</Label>
          <Search data-size="sm">
            <Search.Input aria-label={t('search')} value={typed} onChange={({ target }) => setTyped(target.value)} />
            <Search.Clear aria-label={t('clear')} onClick={() => setTyped('')} />
          </Search>
        </Field>
        <Field data-size="sm">
          <Label>{t('kind')}</Label>
          <Select value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
            <Select.Option value="">{t('all')}</Select.Option>
            <Select.Option value="school">{t('kinds.school')}</Select.Option>
            <Select.Option value="kindergarten">{t('kinds.kindergarten')}</Select.Option>
          </Select>
        </Field>
        {areas.length > 0 && (
          <Field data-size="sm">
            <Label>{t('area')}</Label>
            <Select value={area} onChange={({ target }) => setArea(target.value)}>
              <Select.Option value="">{t('all')}</Select.Option>
              {areas.map((it) => (
                <Select.Option key={it} value={it}>
                  {it}
                </Select.Option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <div className={styles.many} role="group" aria-label={t('many.label')}>
        <Button
          type="button"
          variant="secondary"
          data-size="sm"
          disabled={serving.length === shown.length}
          onClick={() => change(shown, (serves) => serves ?? NEW_SERVICE)}
        >
          {t('many.choose', { count: shown.length })}
        </Button>
        <Button
          type="button"
          variant="secondary"
          data-size="sm"
          disabled={serving.length === 0}
          onClick={() => change(shown, () => null)}
        >
          {t('many.remove', { count: serving.length })}
        </Button>
        {members.length > 0 && (
          <Field data-size="sm" className={styles.contact}>
            <Label>{t('many.contact', { count: serving.length })}</Label>
            <Select
              value=""
              disabled={serving.length === 0}
              onChange={({ target }) =>
                change(serving, (serves) => serves && { ...serves, contactId: target.value || null })
              }
            >
              <Select.Option value="">{t('choose')}</Select.Option>
              {members.map(({ personId, name }) => (
                <Select.Option key={personId} value={personId}>
                  {name}
                </Select.Option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <Paragraph role="status" className={styles.quiet}>
        {t('count', { shown: shown.length, serving: serving.length })}
      </Paragraph>
      <UnitRows
        units={shown}
        members={members}
        servesOf={servesOf}
        isChanged={(id) => choices.has(id)}
        onChange={change}
      />
      {saved && <Report saved={saved} units={units} />}
      {save.error && <ProblemShown problem={save.error} />}
      <div className={styles.save}>
        <Button type="submit" disabled={choices.size === 0} loading={save.isPending}>
          {t('save', { count: choices.size })}
        </Button>
        <Button
          type="button"
          variant="tertiary"
          disabled={choices.size === 0 || save.isPending}
          onClick={() => setChoices(new Map())}
        >
          {t('undo')}
        </Button>
      </div>
    </form>
  );
}

/** Number of saved units, and every refused unit with the reason. */
function Report({
  saved: { units: count, refused },
  units,
}: {
  readonly saved: Saved;
  readonly units: readonly Unit[];
}) {
  const { t } = useTranslation('serving');
  const nameOf = (id: string) => units.find(({ unitId }) => unitId === id)?.name ?? id;
  return (
    <Alert data-color={refused.length > 0 ? 'warning' : 'success'} role="status">
      <Paragraph>{t('saved', { count })}</Paragraph>
      {refused.length > 0 && (
        <>
          <Paragraph>{t('refused.units', { count: refused.length })}</Paragraph>
          <ul className={styles.refused}>
            {refused.map(({ unitId, why }) => (
              <li key={unitId}>
                {nameOf(unitId)}: {why}
              </li>
            ))}
          </ul>
          <Paragraph>{t('refused.again')}</Paragraph>
        </>
      )}
    </Alert>
  );
}
