import { Field, Label, Paragraph, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosedOn } from '#registry/contract/closed-on';
import { PLACE_OF } from '#registry/contract/place-of-role';
import { answered, api } from '../../api/client.js';
import { useRead } from '../../api/reads.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ALL_ROWS } from '../../parts/closing/closable.js';
import { DateField } from '../../parts/date-field/date-field.js';
import { focusFirstFault } from '../../parts/first-fault.js';
import { useAllUnits } from '../../parts/unit-link/all-units.js';
import { useSession } from '../../session/session.js';
import type { Day } from '../../words/dates.js';
import { byName } from '../../words/names.js';
import { PersonForm } from './person-form.js';
import type { Person, Role } from './person.js';
import { useSend } from './use-send.js';

type RoleName = Role['role'];
const ROLES = Object.keys(PLACE_OF) as readonly RoleName[];

/** Gives the person a role: which, at which place, from when, and to when if known. */
export function GiveRole({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation(['person', 'parts']);
  const { today } = useSession().who;
  const announce = useAnnounce();
  const [role, setRole] = useState<RoleName | ''>('');
  const [place, setPlace] = useState('');
  const [from, setFrom] = useState<Day | null>(today);
  const [to, setTo] = useState<Day | null>(null);
  const [tried, setTried] = useState(false);
  const { problem, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const kind = role === '' ? null : PLACE_OF[role];
  const isMissing = { role: role === '', place: kind !== null && place === '', from: from === null };
  const submit = () => {
    setTried(true);
    if (form.current) focusFirstFault(form.current);
    if (role === '' || isMissing.place || from === null) return;
    const nowhere = { unitId: null, serviceId: null, serviceUnitId: null };
    const body = { ...nowhere, ...(kind && { [kind]: place }), role, from, to };
    const params = { path: { personId: person.personId } };
    send(
      () => answered(api.POST('/api/people/{personId}/roles', { params, body })),
      () => {
        announce(t('give.done', { role: t(`parts:roles.${role}`) }));
        onClose();
      },
    );
  };
  return (
    <PersonForm ref={form} save={t('give.save')} problem={problem} onSubmit={submit} onCancel={onClose}>
      <Field>
        <Label>{t('give.role')}</Label>
        <Select
          value={role}
          aria-invalid={(tried && isMissing.role) || undefined}
          onChange={({ target }) => {
            setRole(target.value as RoleName);
            setPlace('');
          }}
        >
          <Select.Option value="">{t('give.choose')}</Select.Option>
          {ROLES.map((it) => (
            <Select.Option key={it} value={it}>
              {t(`parts:roles.${it}`)}
            </Select.Option>
          ))}
        </Select>
        {tried && isMissing.role && <ValidationMessage>{t('give.roleMissing')}</ValidationMessage>}
      </Field>
      {role !== '' && kind === null && <Paragraph data-size="sm">{t('give.everywhere')}</Paragraph>}
      {kind !== null && (
        <PlaceField kind={kind} value={place} onChange={setPlace} isMissing={tried && isMissing.place} />
      )}
      <DateField
        label={t('give.from')}
        value={from}
        onDay={setFrom}
        around={{ today, prefer: 'nearest' }}
        error={tried && isMissing.from ? t('give.fromMissing') : undefined}
      />
      <DateField label={t('give.to')} value={to} onDay={setTo} around={{ today }} mayBeEmpty />
    </PersonForm>
  );
}

interface PlaceFieldProps {
  readonly kind: 'unitId' | 'serviceId' | 'serviceUnitId';
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly isMissing: boolean;
}

/** An open unit, service or service unit. */
function PlaceField({ kind, value, onChange, isMissing }: PlaceFieldProps) {
  const { t } = useTranslation('person');
  const { today } = useSession().who;
  const units = useAllUnits({ enabled: kind === 'unitId' }).data ?? [];
  const services = useRead('/api/services', ALL_ROWS, { enabled: kind === 'serviceId' }).data?.items ?? [];
  const serviceUnits = useRead('/api/service-units', ALL_ROWS, { enabled: kind === 'serviceUnitId' }).data?.items ?? [];
  const places = {
    unitId: units.map((it) => ({ ...it, id: it.unitId })),
    serviceId: services.map((it) => ({ ...it, id: it.serviceId })),
    serviceUnitId: serviceUnits.map((it) => ({ ...it, id: it.serviceUnitId })),
  }[kind].filter(({ closures }) => !isClosedOn(closures, today));
  return (
    <Field>
      <Label>{t(`give.${kind}`)}</Label>
      <Select value={value} aria-invalid={isMissing || undefined} onChange={({ target }) => onChange(target.value)}>
        <Select.Option value="">{t('give.choose')}</Select.Option>
        {places
          .toSorted((a, b) => byName(a.name, b.name))
          .map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
      </Select>
      {isMissing && <ValidationMessage>{t('give.placeMissing')}</ValidationMessage>}
    </Field>
  );
}
