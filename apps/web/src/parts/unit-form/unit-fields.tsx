import { Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#registry/contract/limits';
import { LimitedText } from '../limited-text/limited-text.js';
import { childrenIn, type UnitDraft } from './unit-details.js';

interface UnitFieldsProps {
  readonly draft: UnitDraft;
  /** True once the form has been sent: missing values are faults. */
  readonly tried: boolean;
  readonly onChange: (draft: UnitDraft) => void;
}

/** Name, kind, ownership, number of children and area of a unit. */
export function UnitFields({ draft, tried, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('unit-form');
  return (
    <>
      <LimitedText
        label={t('name')}
        autoComplete="off"
        most={LONGEST.name}
        value={draft.name}
        error={tried && draft.name.trim() === '' ? t('nameMissing') : undefined}
        onChange={({ target }) => onChange({ ...draft, name: target.value })}
      />
      <Field>
        <Label>{t('kind.label')}</Label>
        <Select
          width="auto"
          value={draft.kind}
          onChange={({ target }) => onChange({ ...draft, kind: target.value as UnitDraft['kind'] })}
        >
          {(['school', 'kindergarten'] as const).map((kind) => (
            <Select.Option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field>
        <Label>{t('ownership.label')}</Label>
        <Select
          width="auto"
          value={draft.ownership}
          onChange={({ target }) => onChange({ ...draft, ownership: target.value as UnitDraft['ownership'] })}
        >
          {(['public', 'private'] as const).map((ownership) => (
            <Select.Option key={ownership} value={ownership}>
              {t(`ownership.${ownership}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        label={t('children')}
        description={t('childrenDetail')}
        inputMode="numeric"
        autoComplete="off"
        value={draft.children}
        error={tried && childrenIn(draft.children) === undefined ? t('childrenWrong') : undefined}
        onChange={({ target }) => onChange({ ...draft, children: target.value })}
      />
      <LimitedText
        label={t('area')}
        description={t('areaDetail')}
        autoComplete="off"
        most={LONGEST.area}
        value={draft.area}
        onChange={({ target }) => onChange({ ...draft, area: target.value })}
      />
    </>
  );
}
