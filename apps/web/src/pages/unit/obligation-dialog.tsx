import { Checkbox } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#registry/contract/limits';
import { answered, api } from '../../api/client.js';
import { read } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSeenPart } from '../../api/seen-revision.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { FormDialog } from '../../parts/form-dialog/form-dialog.js';
import { LimitedText } from '../../parts/limited-text/limited-text.js';
import { useSession } from '../../session/session.js';
import { fullDay, type Day } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { FromDay } from './from-day.js';
import type { RegisteredUnit } from './registered-unit.js';

type Obligations = RegisteredUnit['obligations'];

/** Obliges a unit to meet every mandatory month from a day on, or exempts it with a reason. */
export function ObligationDialog({ unit, onDone }: { readonly unit: RegisteredUnit; readonly onDone: () => void }) {
  const { t } = useTranslation('unit');
  const { who } = useSession();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { unitId } = unit;
  const last = unit.obligations.at(-1);
  const [obliged, setObliged] = useState(last?.obliged ?? true);
  const [reason, setReason] = useState(last?.reason ?? '');
  const [from, setFrom] = useState<Day | null>(who.today);
  const [tried, setTried] = useState(false);
  const of = useSeenPart(unit.obligations, async () => {
    const now = await read('/api/units/{unitId}', { path: { unitId } });
    return { revision: now.revision, part: now.obligations };
  });
  const inWords = (all: Obligations) =>
    all
      .map((it) => {
        const words = t(it.obliged ? 'details.obliged' : 'details.exempt', {
          day: fullDay(it.from, currentLanguage()),
        });
        return it.reason === null ? words : `${words} ${it.reason}`;
      })
      .join(' ');
  return (
    <FormDialog
      title={t('details.changeObligation')}
      detail={t('obligation.detail')}
      submit={t('details.save')}
      onClose={onDone}
      changed={of.isChanged && <ChangedMeanwhile of={of} fields={[[t('obligation.label'), inWords]]} />}
      onSubmit={async () => {
        setTried(true);
        if (from === null || (!obliged && reason.trim() === '')) return;
        const headers = await of.ifAsSeen();
        const body = { obliged, reason: obliged ? null : reason.trim(), from };
        await answered(api.PUT('/api/units/{unitId}/obligation', { params: { path: { unitId } }, headers, body }));
        await refetchChanged('unit', 'meeting');
        announce(t('obligation.saved'));
        onDone();
      }}
    >
      <Checkbox
        label={t('obligation.obliged')}
        checked={obliged}
        onChange={({ target }) => setObliged(target.checked)}
      />
      {!obliged && (
        <LimitedText
          label={t('obligation.reason')}
          most={LONGEST.reason}
          value={reason}
          error={tried && reason.trim() === '' ? t('obligation.reasonMissing') : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      <FromDay value={from} tried={tried} onDay={setFrom} />
    </FormDialog>
  );
}
