import { Details, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { read } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSeenPart } from '../../api/seen-revision.js';
import { useSending } from '../../api/use-once.js';
import { ProblemShown } from '../../parts/states/states.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import type { Named } from './plan.js';
import styles from './rule-fields.module.css';

type Service = Named['services'][number];
/** Meetings a week; null where nobody has set them. */
type PerWeek = number | null;

/** Number of meetings a week that each service can attend: entered here, or derived from its members. */
export function Capacities({ services }: { readonly services: readonly Service[] }) {
  const { t } = useTranslation('year-plan');
  if (services.length === 0) return null;
  return (
    <Details data-size="sm" className={styles.capacities}>
      <Details.Summary>{t('capacity.title')}</Details.Summary>
      <Details.Content>
        <Paragraph>{t('capacity.lead')}</Paragraph>
        <div className={styles.fields}>
          {services.map((service) => (
            <Capacity key={service.serviceId} service={service} />
          ))}
        </div>
      </Details.Content>
    </Details>
  );
}

const setOf = ({ isSet, capacity }: Service): PerWeek => (isSet ? capacity : null);
const inText = (set: PerWeek): string => (set === null ? '' : String(set));

function Capacity({ service }: { readonly service: Service }) {
  const { t } = useTranslation('year-plan');
  const refetchChanged = useRefetchChanged();
  const { serviceId, name } = service;
  const shown = setOf(service);
  const [typed, setTyped] = useState<string>();
  const of = useSeenPart<PerWeek>(shown, async () => {
    const { items } = await read('/api/services', { query: { size: 200 } });
    const now = items.find((it) => it.serviceId === serviceId);
    return { part: now?.meetingsPerWeek ?? null, revision: now?.revision ?? '0' };
  });
  const save = useSending({
    mutationFn: async ({ meetingsPerWeek }: { readonly meetingsPerWeek: PerWeek; readonly seen: PerWeek }) =>
      answered(
        api.PUT('/api/services/{serviceId}/capacity', {
          params: { path: { serviceId } },
          headers: await of.ifAsSeen(),
          body: { meetingsPerWeek },
        }),
      ),
    onSettled: () => refetchChanged('service'),
  });
  const text = typed ?? inText(shown);
  const wanted = /^\d{1,3}$/.test(text) && Number(text) > 0 && Number(text) <= 500 ? Number(text) : null;
  const isWrong = text !== '' && wanted === null;
  // The same number on what has been seen since is another wish.
  const send = (seen: PerWeek) =>
    save.mutate(
      { meetingsPerWeek: wanted, seen },
      {
        onSuccess: () => {
          of.saved(wanted);
          setTyped(undefined);
        },
      },
    );
  const goOn = () => {
    of.see();
    send(of.now);
  };
  return (
    <div>
      <Textfield
        data-size="sm"
        inputMode="numeric"
        label={name}
        description={
          service.isSet ? t('capacity.set') : t('capacity.counted', { capacity: service.capacity ?? t('capacity.any') })
        }
        value={text}
        {...(isWrong && { error: t('capacity.wrong') })}
        onChange={({ target }) => {
          // The user has seen the value that is shown when they begin to type.
          if (typed === undefined) of.saved(shown);
          setTyped(target.value.trim());
        }}
        onBlur={() => {
          if (typed === undefined || isWrong) return;
          if (wanted === of.seen) setTyped(undefined);
          else if (!of.isChanged) send(of.seen);
        }}
      />
      {typed !== undefined && <ChangedMeanwhile of={{ ...of, see: goOn }} fields={[[name, inText]]} />}
      {save.error && !of.isChanged && <ProblemShown problem={save.error} />}
    </div>
  );
}
