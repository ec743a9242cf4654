import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { isClosedOn } from '#registry/contract/closed-on';
import { LONGEST } from '#registry/contract/limits';
import { useRead, type Answer } from '../../api/reads.js';
import { useSession } from '../../session/session.js';
import { ALL_ROWS } from '../closing/closable.js';
import { LimitedText } from '../limited-text/limited-text.js';

export type Service = Answer<'/api/services'>['items'][number];
export type ServiceKind = Service['kind'];

const KINDS = [
  'ppt',
  'public-health-nurse',
  'midwife',
  'physiotherapy',
  'occupational-therapy',
  'youth-service',
  'child-welfare',
  'psychologist',
  'external',
  'other',
] as const satisfies readonly ServiceKind[];

/** Text of the form; an empty kind is not chosen yet, an empty service unit is none. */
export interface ServiceValues {
  readonly name: string;
  readonly kind: ServiceKind | '';
  readonly serviceUnitId: string;
}

/** The request, or undefined while something is missing. */
export const serviceBody = ({ name, kind, serviceUnitId }: ServiceValues) =>
  name.trim() === '' || kind === ''
    ? undefined
    : { name: name.trim(), kind, serviceUnitId: serviceUnitId === '' ? null : serviceUnitId };

interface ServiceFieldsProps {
  readonly values: ServiceValues;
  readonly onChange: (values: ServiceValues) => void;
  /** True once it was submitted: what is missing is said. */
  readonly tried: boolean;
}

/** Name, kind and leading service unit of a service. */
export function ServiceFields({ values, onChange, tried }: ServiceFieldsProps) {
  const { t } = useTranslation('service-form');
  const { today } = useSession().who;
  const serviceUnits = useRead('/api/service-units', ALL_ROWS).data?.items ?? [];
  const open = serviceUnits.filter(
    ({ serviceUnitId, closures }) => serviceUnitId === values.serviceUnitId || !isClosedOn(closures, today),
  );
  const isKindMissing = tried && values.kind === '';
  return (
    <>
      <LimitedText
        label={t('name')}
        most={LONGEST.name}
        value={values.name}
        onChange={({ target }) => onChange({ ...values, name: target.value })}
        error={tried && values.name.trim() === '' ? t('nameMissing') : undefined}
      />
      <Field>
        <Label>{t('kind')}</Label>
        <Select
          value={values.kind}
          aria-invalid={isKindMissing || undefined}
          onChange={({ target }) => onChange({ ...values, kind: target.value as ServiceValues['kind'] })}
        >
          <Select.Option value="">{t('choose')}</Select.Option>
          {KINDS.map((kind) => (
            <Select.Option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </Select.Option>
          ))}
        </Select>
        {isKindMissing && <ValidationMessage>{t('kindMissing')}</ValidationMessage>}
      </Field>
      <Field>
        <Label>{t('ledBy')}</Label>
        <Select
          value={values.serviceUnitId}
          onChange={({ target }) => onChange({ ...values, serviceUnitId: target.value })}
        >
          <Select.Option value="">{t('ledByNone')}</Select.Option>
          {open.map(({ serviceUnitId, name }) => (
            <Select.Option key={serviceUnitId} value={serviceUnitId}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
    </>
  );
}
