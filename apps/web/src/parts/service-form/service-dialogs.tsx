import { Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_MEETINGS_A_WEEK } from '#registry/contract/limits';
import { answered, api } from '../../api/client.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { asSeen, useSeen } from '../../api/seen-revision.js';
import { useAnnounce } from '../announcer/announcer.js';
import { ChangedMeanwhile } from '../changed-meanwhile/changed-meanwhile.js';
import { FormDialog } from '../form-dialog/form-dialog.js';
import { capacityFrom } from './capacity.js';
import { serviceBody, ServiceFields, type Service, type ServiceValues } from './service-fields.js';

interface RegisterProps {
  /** Called with the new service. */
  readonly onRegistered: (serviceId: string) => void;
  readonly onClose: () => void;
}
interface ChangeProps {
  readonly service: Service;
  readonly onClose: () => void;
}

/** Registers a support service. */
export function RegisterServiceDialog({ onRegistered, onClose }: RegisterProps) {
  const { t } = useTranslation('service-form');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const [values, setValues] = useState<ServiceValues>({ name: '', kind: '', serviceUnitId: '' });
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={t('register')}
      submit={t('registerSubmit')}
      onClose={onClose}
      onSubmit={async () => {
        setTried(true);
        const body = serviceBody(values);
        if (!body) return;
        const { id } = await answered(api.POST('/api/services', { body }));
        await refetchChanged('service');
        announce(t('registered', { name: body.name }));
        onRegistered(id);
      }}
    >
      <ServiceFields values={values} onChange={setValues} tried={tried} />
    </FormDialog>
  );
}

/** Changes name, kind and leading service unit. */
export function ChangeServiceDialog({ service, onClose }: ChangeProps) {
  const { t } = useTranslation('service-form');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { serviceId } = service;
  const of = useSeen(serviceId, service);
  const [values, setValues] = useState<ServiceValues>({
    name: service.name,
    kind: service.kind,
    serviceUnitId: service.serviceUnitId ?? '',
  });
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={t('change')}
      submit={t('save')}
      onClose={onClose}
      changed={
        of.isChanged && (
          <ChangedMeanwhile
            of={of}
            fields={[
              [t('name'), ({ name }) => name],
              [t('kind'), ({ kind }) => t(`kinds.${kind}`)],
            ]}
          />
        )
      }
      onSubmit={async () => {
        setTried(true);
        const body = serviceBody(values);
        if (!body) return;
        const params = { path: { serviceId } };
        await answered(api.PUT('/api/services/{serviceId}', { params, headers: asSeen(of.seen), body }));
        await refetchChanged('service');
        announce(t('saved'));
        onClose();
      }}
    >
      <ServiceFields values={values} onChange={setValues} tried={tried} />
    </FormDialog>
  );
}

/** Sets how many meetings a week the service can attend. */
export function CapacityDialog({ service, onClose }: ChangeProps) {
  const { t } = useTranslation('service-form');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { serviceId } = service;
  const of = useSeen(serviceId, service);
  const [typed, setTyped] = useState(service.meetingsPerWeek === null ? '' : String(service.meetingsPerWeek));
  const [tried, setTried] = useState(false);
  const meetingsPerWeek = capacityFrom(typed);
  return (
    <FormDialog
      title={t('capacity.change')}
      submit={t('save')}
      onClose={onClose}
      changed={
        of.isChanged && (
          <ChangedMeanwhile of={of} fields={[[t('capacity.field'), (it) => String(it.meetingsPerWeek ?? '')]]} />
        )
      }
      onSubmit={async () => {
        setTried(true);
        if (meetingsPerWeek === undefined) return;
        const params = { path: { serviceId } };
        const headers = asSeen(of.seen);
        await answered(api.PUT('/api/services/{serviceId}/capacity', { params, headers, body: { meetingsPerWeek } }));
        await refetchChanged('service');
        announce(t('saved'));
        onClose();
      }}
    >
      <Textfield
        label={t('capacity.field')}
        description={t('capacity.detail')}
        inputMode="numeric"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        error={tried && meetingsPerWeek === undefined ? t('capacity.wrong', { most: MOST_MEETINGS_A_WEEK }) : undefined}
      />
    </FormDialog>
  );
}
