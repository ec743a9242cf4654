import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { LONGEST } from '#registry/contract/limits';
import { answered, api } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { DateField } from '../../parts/date-field/date-field.js';
import { focusFirstFault } from '../../parts/first-fault.js';
import { LimitedText } from '../../parts/limited-text/limited-text.js';
import { ProblemShown } from '../../parts/states/states.js';
import { NEW_UNIT, unitIn, type UnitDetails } from '../../parts/unit-form/unit-details.js';
import { UnitFields } from '../../parts/unit-form/unit-fields.js';
import { useMay, useSession } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import type { Day } from '../../words/dates.js';
import styles from './new-unit.module.css';

/** Registers one school or kindergarten by hand. */
export function Component() {
  const { t } = useTranslation('new-unit');
  const mayManage = useMay('registry.manage');
  return (
    <Page title={t('title')} lead={t('lead')} actions={mayManage && <Link to="/import">{t('import')}</Link>}>
      {mayManage ? <NewUnit /> : <ProblemShown problem={new Problem(403, 'forbidden', '', '')} />}
    </Page>
  );
}

interface Wish extends UnitDetails {
  readonly unitId: string;
  readonly from: Day;
  readonly obligation?: { readonly obliged: boolean; readonly reason: string };
}

function NewUnit() {
  const { t } = useTranslation('new-unit');
  const { who } = useSession();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const refetchChanged = useRefetchChanged();
  const [number, setNumber] = useState('');
  const [draft, setDraft] = useState(NEW_UNIT);
  const [from, setFrom] = useState<Day | null>(who.today);
  const [isExempt, setExempt] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const unitId = number.replace(/[\s\u00a0.]/g, '');
  const details = unitIn(draft);
  const isWhole = /^\d{9}$/.test(unitId) && (!isExempt || reason.trim() !== '');
  const register = useSending<unknown, Wish>({
    mutationFn: (body) => answered(api.POST('/api/units', { body })),
    onSuccess: async (_, { name }) => {
      await refetchChanged('unit');
      announce(t('done', { name }));
      await navigate(`/enheter/${unitId}`);
    },
  });
  const refused = (at: string) => register.error?.broken.find((it) => it.at === at)?.detail;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        focusFirstFault(event.currentTarget);
        if (!details || !isWhole || from === null) return;
        const obligation = { obliged: false, reason: reason.trim() };
        register.mutate({ ...details, unitId, from, ...(isExempt && { obligation }) });
      }}
    >
      {register.error && refused('unitId') === undefined && <ProblemShown problem={register.error} />}
      <Textfield
        label={t('number')}
        description={t('numberDetail')}
        inputMode="numeric"
        autoComplete="off"
        value={number}
        error={refused('unitId') ?? (tried && !/^\d{9}$/.test(unitId) ? t('numberWrong') : undefined)}
        onChange={({ target }) => {
          register.reset();
          setNumber(target.value);
        }}
      />
      <UnitFields draft={draft} tried={tried} onChange={setDraft} />
      <DateField
        label={t('from')}
        value={from}
        around={{ today: who.today, prefer: 'nearest' }}
        error={tried && from === null ? t('fromMissing') : undefined}
        onDay={setFrom}
      />
      <Checkbox
        label={t('exempt')}
        description={t('exemptDetail')}
        checked={isExempt}
        onChange={({ target }) => setExempt(target.checked)}
      />
      {isExempt && (
        <LimitedText
          label={t('reason')}
          most={LONGEST.reason}
          value={reason}
          error={tried && reason.trim() === '' ? t('reasonMissing') : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      <Button type="submit" aria-busy={register.isPending}>
        {t('register')}
      </Button>
    </form>
  );
}
