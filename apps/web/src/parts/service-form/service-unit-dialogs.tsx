import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#registry/contract/limits';
import { answered, api } from '../../api/client.js';
import type { Answer } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { asSeen, useSeen } from '../../api/seen-revision.js';
import { useAnnounce } from '../announcer/announcer.js';
import { ChangedMeanwhile } from '../changed-meanwhile/changed-meanwhile.js';
import { FormDialog } from '../form-dialog/form-dialog.js';
import { LimitedText } from '../limited-text/limited-text.js';

type ServiceUnit = Answer<'/api/service-units'>['items'][number];

interface NameFieldProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly tried: boolean;
}
function NameField({ value, onChange, tried }: NameFieldProps) {
  const { t } = useTranslation('service-form');
  return (
    <LimitedText
      label={t('name')}
      most={LONGEST.name}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      error={tried && value.trim() === '' ? t('nameMissing') : undefined}
    />
  );
}

interface RegisterProps {
  /** Called with the new service unit. */
  readonly onRegistered: (serviceUnitId: string) => void;
  readonly onClose: () => void;
}

/** Registers a unit that leads services (virksomhet). */
export function RegisterServiceUnitDialog({ onRegistered, onClose }: RegisterProps) {
  const { t } = useTranslation('service-form');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={t('serviceUnit.register')}
      detail={t('serviceUnit.detail')}
      submit={t('registerSubmit')}
      onClose={onClose}
      onSubmit={async () => {
        setTried(true);
        if (name.trim() === '') return;
        const { id } = await answered(api.POST('/api/service-units', { body: { name: name.trim() } }));
        await refetchChanged('serviceunit');
        announce(t('registered', { name: name.trim() }));
        onRegistered(id);
      }}
    >
      <NameField value={name} onChange={setName} tried={tried} />
    </FormDialog>
  );
}

/** Changes its name. */
export function RenameServiceUnitDialog({
  serviceUnit,
  onClose,
}: {
  readonly serviceUnit: ServiceUnit;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('service-form');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { serviceUnitId } = serviceUnit;
  const of = useSeen(serviceUnitId, serviceUnit);
  const [name, setName] = useState(serviceUnit.name);
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={t('serviceUnit.rename')}
      submit={t('save')}
      onClose={onClose}
      changed={of.isChanged && <ChangedMeanwhile of={of} fields={[[t('name'), (it) => it.name]]} />}
      onSubmit={async () => {
        setTried(true);
        if (name.trim() === '') return;
        const params = { path: { serviceUnitId } };
        const headers = asSeen(of.seen);
        await answered(api.PUT('/api/service-units/{serviceUnitId}', { params, headers, body: { name: name.trim() } }));
        await refetchChanged('serviceunit');
        announce(t('saved'));
        onClose();
      }}
    >
      <NameField value={name} onChange={setName} tried={tried} />
    </FormDialog>
  );
}
