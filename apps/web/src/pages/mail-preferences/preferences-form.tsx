import { Button, Checkbox, Fieldset, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSeenPart } from '../../api/seen-revision.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { focusFirstFault } from '../../parts/first-fault.js';
import { ProblemShown } from '../../parts/states/states.js';
import { useSession } from '../../session/session.js';
import { longDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { Choice } from './choice.js';
import styles from './mail-preferences.module.css';
import {
  FIRST_HOURS,
  isAllAtFields,
  LAST_HOURS,
  readChosen,
  WEEKDAYS,
  wrongAt,
  type Chosen,
  type Preferences,
} from './preferences.js';
import { useChoiceWords } from './use-choice-words.js';

/** The choices about mail, saved together. */
export function PreferencesForm({ preferences }: { readonly preferences: Preferences }) {
  const { t } = useTranslation('mail-preferences');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const words = useChoiceWords(preferences);
  const { chosen: kept, isDigestMandatory, mayChooseDigest } = preferences;
  const [chosen, setChosen] = useState(kept);
  const [isSaved, setSaved] = useState(false);
  const of = useSeenPart(kept, readChosen);
  const save = useSending<unknown, Chosen>({
    mutationFn: async (body) => {
      const headers = await of.ifAsSeen();
      return answered(api.PUT('/api/mail/preferences', { headers, body }));
    },
    onSuccess: async () => {
      await refetchChanged('preferences');
      of.saved((await readChosen()).part);
      setSaved(true);
      announce(t('saved'));
    },
  });
  const change = (changes: Partial<Chosen>) => {
    setSaved(false);
    setChosen({ ...chosen, ...changes });
  };
  const wrong = (field: Parameters<typeof wrongAt>[1]) => wrongAt(save.error, field);
  const getsDigest = isDigestMandatory || (mayChooseDigest && chosen.wantsDigest);
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        focusFirstFault(event.currentTarget);
        save.mutate({ ...chosen, wantsDigest: isDigestMandatory || chosen.wantsDigest });
      }}
    >
      <ChangedMeanwhile of={of} fields={words.fields} />
      {save.error && !of.isChanged && !isAllAtFields(save.error) && <ProblemShown problem={save.error} />}
      <Choice
        label={t('language.label')}
        description={t('language.detail')}
        error={wrong('language')}
        value={chosen.language ?? ''}
        options={(['', 'nb', 'nn'] as const).map((it) => [it, words.language(it || null)])}
        onChange={(it) => change({ language: it === '' ? null : (it as Chosen['language']) })}
      />
      <Fieldset>
        <Fieldset.Legend>{t('hours.label')}</Fieldset.Legend>
        <Fieldset.Description>{t('hours.detail')}</Fieldset.Description>
        <div className={styles.hours}>
          <Choice
            label={t('hours.from')}
            error={wrong('hours.from')}
            value={String(chosen.hours.from)}
            options={FIRST_HOURS.map((it) => [String(it), words.hour(it)])}
            onChange={(it) => change({ hours: { ...chosen.hours, from: Number(it) } })}
          />
          <Choice
            label={t('hours.until')}
            error={wrong('hours.until')}
            value={String(chosen.hours.until)}
            options={LAST_HOURS.map((it) => [String(it), words.hour(it)])}
            onChange={(it) => change({ hours: { ...chosen.hours, until: Number(it) } })}
          />
        </div>
      </Fieldset>
      {(isDigestMandatory || mayChooseDigest) && (
        <Fieldset>
          <Fieldset.Legend>{t('digest.label')}</Fieldset.Legend>
          <Fieldset.Description>{t(isDigestMandatory ? 'digest.mandatory' : 'digest.voluntary')}</Fieldset.Description>
          {mayChooseDigest && (
            <Checkbox
              label={t('digest.wants')}
              checked={chosen.wantsDigest}
              aria-invalid={wrong('wantsDigest') ? true : undefined}
              onChange={({ target }) => change({ wantsDigest: target.checked })}
            />
          )}
          {wrong('wantsDigest') && <ValidationMessage>{wrong('wantsDigest')}</ValidationMessage>}
          {getsDigest && (
            <Choice
              label={t('digest.weekday')}
              description={t('digest.weekdayDetail')}
              error={wrong('digestWeekday')}
              value={String(chosen.digestWeekday ?? '')}
              options={[null, ...WEEKDAYS].map((it) => [String(it ?? ''), words.weekday(it)])}
              onChange={(it) => change({ digestWeekday: it === '' ? null : Number(it) })}
            />
          )}
        </Fieldset>
      )}
      <Fieldset>
        <Fieldset.Legend>{t('news.label')}</Fieldset.Legend>
        <Fieldset.Description>{t('news.detail')}</Fieldset.Description>
        <Checkbox
          label={t('news.wants')}
          checked={chosen.wantsNews}
          aria-invalid={wrong('wantsNews') ? true : undefined}
          onChange={({ target }) => change({ wantsNews: target.checked })}
        />
        {wrong('wantsNews') && <ValidationMessage>{wrong('wantsNews')}</ValidationMessage>}
      </Fieldset>
      <div className={styles.save}>
        <Button type="submit" aria-busy={save.isPending}>
          {t('save')}
        </Button>
        <Paragraph className={styles.saved}>
          {isSaved && t('saved')} <NextDigest on={preferences.nextDigestOn} />
        </Paragraph>
      </div>
    </form>
  );
}

/** The day of the next digest, as the choices are kept. */
function NextDigest({ on }: { readonly on: string | null }) {
  const { t } = useTranslation('mail-preferences');
  const { who } = useSession();
  return on === null ? null : t('digest.next', { day: longDay(on, currentLanguage(), who.today) });
}
