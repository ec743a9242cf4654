import { Button, Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#registry/contract/limits';
import { answered, api } from '../../api/client.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSeenPart } from '../../api/seen-revision.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { focusFirstFault } from '../../parts/first-fault.js';
import { LimitedText } from '../../parts/limited-text/limited-text.js';
import { ProblemShown } from '../../parts/states/states.js';
import { detailsOf, readDetails, type Details, type Municipality } from './municipality.js';
import styles from './municipality.module.css';

const FORMS = ['nb', 'nn', 'neutral'] as const;

/** Name and language form; of a new municipality, also the confirmation that they are right. */
export function MunicipalityForm({ municipality }: { readonly municipality: Municipality }) {
  const { t } = useTranslation('municipality');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const kept = detailsOf(municipality);
  const [details, setDetails] = useState(kept);
  const [tried, setTried] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const of = useSeenPart(kept, readDetails);
  const isConfirmed = municipality.confirmed.includes('details');
  const save = useSending<unknown, Details>({
    mutationFn: async (wanted) => {
      const headers = await of.ifAsSeen();
      const body = { ...wanted, demo: municipality.demo };
      await answered(api.PUT('/api/municipality', { headers, body }));
      // Confirming twice changes nothing, so a save that was interrupted here is done again whole.
      if (!isConfirmed) await answered(api.PUT('/api/municipality/confirmed-setup', { body: { step: 'details' } }));
    },
    onSuccess: async () => {
      await refetchChanged('municipality');
      of.saved((await readDetails()).part);
      setSaved(true);
      announce(t('saved'));
    },
  });
  const change = (changes: Partial<Details>) => {
    setSaved(false);
    save.reset();
    setDetails({ ...details, ...changes });
  };
  const name = details.name.trim();
  const refused = save.error?.broken.find(({ at }) => at === 'name')?.detail;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        focusFirstFault(event.currentTarget);
        if (name !== '') save.mutate({ ...details, name });
      }}
    >
      <ChangedMeanwhile
        of={of}
        fields={[
          [t('name'), (it) => it.name],
          [t('form.label'), (it) => t(`forms.${it.languageForm}`)],
        ]}
      />
      {save.error && !of.isChanged && refused === undefined && <ProblemShown problem={save.error} />}
      <LimitedText
        label={t('name')}
        description={t('nameDetail')}
        autoComplete="off"
        most={LONGEST.municipalityName}
        value={details.name}
        error={refused ?? (tried && name === '' ? t('nameMissing') : undefined)}
        onChange={({ target }) => change({ name: target.value })}
      />
      <Field>
        <Label>{t('form.label')}</Label>
        <Field.Description>{t('form.detail')}</Field.Description>
        <Select
          width="auto"
          value={details.languageForm}
          onChange={({ target }) => change({ languageForm: target.value as Details['languageForm'] })}
        >
          {FORMS.map((form) => (
            <Select.Option key={form} value={form}>
              {t(`forms.${form}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <div className={styles.save}>
        <Button type="submit" aria-busy={save.isPending}>
          {t(isConfirmed ? 'save' : 'confirm')}
        </Button>
        <Paragraph className={styles.quiet}>{isSaved && t('saved')}</Paragraph>
      </div>
    </form>
  );
}
