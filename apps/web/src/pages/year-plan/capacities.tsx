import { Details, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { useRefresh } from '../../api/reads.js';
import { useSending } from '../../api/use-once.js';
import { ProblemShown } from '../../frame/states.js';
import type { Named } from './plan.js';
import styles from './rule-fields.module.css';

type Service = Named['services'][number];

/** How many meetings a week each service can attend: said here, or counted from its members. */
export function Capacities({ services }: { readonly services: readonly Service[] }) {
  const { t } = useTranslation('year-plan');
  const refresh = useRefresh();
  const set = useSending({
    mutationFn: ({ serviceId, meetingsPerWeek }: { serviceId: string; meetingsPerWeek: number | null }) =>
      answered(
        api.PUT('/api/services/{serviceId}/capacity', { params: { path: { serviceId } }, body: { meetingsPerWeek } }),
      ),
    onSettled: () => refresh('/api/school-years', '/api/services'),
  });
  if (services.length === 0) return null;
  return (
    <Details data-size="sm" className={styles.capacities}>
      <Details.Summary>{t('capacity.title')}</Details.Summary>
      <Details.Content>
        <Paragraph>{t('capacity.lead')}</Paragraph>
        {set.error && <ProblemShown problem={set.error} />}
        <div className={styles.fields}>
          {services.map((service) => (
            <Capacity
              key={service.serviceId}
              service={service}
              onSet={(meetingsPerWeek) => set.mutate({ serviceId: service.serviceId, meetingsPerWeek })}
            />
          ))}
        </div>
      </Details.Content>
    </Details>
  );
}

function Capacity({ service, onSet }: { readonly service: Service; readonly onSet: (it: number | null) => void }) {
  const { t } = useTranslation('year-plan');
  const before = service.isSet ? String(service.capacity ?? '') : '';
  const [text, setText] = useState(before);
  const wanted = /^\d{1,3}$/.test(text) && Number(text) > 0 && Number(text) <= 500 ? Number(text) : null;
  const isWrong = text !== '' && wanted === null;
  return (
    <Textfield
      data-size="sm"
      inputMode="numeric"
      label={service.name}
      description={
        service.isSet ? t('capacity.set') : t('capacity.counted', { capacity: service.capacity ?? t('capacity.any') })
      }
      value={text}
      {...(isWrong && { error: t('capacity.wrong') })}
      onChange={({ target }) => setText(target.value.trim())}
      onBlur={() => {
        if (!isWrong && text !== before) onSet(wanted);
      }}
    />
  );
}
