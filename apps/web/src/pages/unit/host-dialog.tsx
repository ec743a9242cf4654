import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosedOn } from '#registry/contract/closed-on';
import { answered, api } from '../../api/client.js';
import { read } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSeenPart } from '../../api/seen-revision.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { FormDialog } from '../../parts/form-dialog/form-dialog.js';
import { useSession } from '../../session/session.js';
import type { Day } from '../../words/dates.js';
import { useHostWords } from './host-words.js';
import { FromDay } from './from-day.js';
import type { RegisteredUnit } from './registered-unit.js';

/** Lets a unit meet at another one from a day on, so that one meeting counts for both, or by itself again. */
export function HostDialog({ unit, onDone }: { readonly unit: RegisteredUnit; readonly onDone: () => void }) {
  const { t } = useTranslation('unit');
  const { who } = useSession();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { units, inWords } = useHostWords(true);
  const { unitId } = unit;
  const [host, setHost] = useState(unit.hosts.at(-1)?.hostUnitId ?? '');
  const [from, setFrom] = useState<Day | null>(who.today);
  const [tried, setTried] = useState(false);
  const of = useSeenPart(unit.hosts, async () => {
    const now = await read('/api/units/{unitId}', { path: { unitId } });
    return { revision: now.revision, part: now.hosts };
  });
  const choices = units.filter((it) => it.unitId !== unitId && !isClosedOn(it.closures, who.today));
  return (
    <FormDialog
      title={t('host.change')}
      detail={t('host.detail')}
      submit={t('details.save')}
      onClose={onDone}
      changed={
        of.isChanged && (
          <ChangedMeanwhile
            of={of}
            fields={[[t('host.label'), (all: RegisteredUnit['hosts']) => all.map(inWords).join(' ')]]}
          />
        )
      }
      onSubmit={async () => {
        setTried(true);
        if (from === null) return;
        const headers = await of.ifAsSeen();
        const body = { hostUnitId: host === '' ? null : host, from };
        await answered(
          api.PUT('/api/units/{unitId}/joint-meeting-place', { params: { path: { unitId } }, headers, body }),
        );
        await refetchChanged('unit', 'meeting');
        announce(t('host.saved'));
        onDone();
      }}
    >
      <Field>
        <Label>{t('host.label')}</Label>
        <Select value={host} onChange={({ target }) => setHost(target.value)}>
          <Select.Option value="">{t('host.none')}</Select.Option>
          {choices.map(({ unitId: id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <FromDay value={from} tried={tried} onDay={setFrom} />
    </FormDialog>
  );
}
