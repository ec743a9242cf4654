import { Checkbox, Field, Fieldset, Label, Select, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isClosedOn } from '#registry/contract/closed-on';
import { LONGEST } from '#meetings/contract/limits';
import { LimitedText } from '../../parts/limited-text/limited-text.js';
import { answered, api } from '../../api/client.js';
import { useRead } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { rightOf } from '../../session/held-rights.js';
import { useSession } from '../../session/session.js';
import { FormDialog } from '../../parts/form-dialog/form-dialog.js';
import { understandTime } from '../../words/typed/understand-time.js';
import { DateField } from '../../parts/date-field/date-field.js';
import styles from './meetings.module.css';

const KINDS = ['extraordinary', 'joint', 'ordinary'] as const;

/** A meeting besides the year's plan: extraordinary with a reason, joint for several units, or a missing one. */
export function NewMeeting({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['meetings', 'coming']);
  const { who } = useSession();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const go = useNavigate();
  const units = useRead('/api/units', { query: { size: 200 } }, { staleTime: Infinity });
  const { everywhere = false, unitIds: own = [] } = rightOf(who, 'meeting.plan') ?? {};
  const hosts = (units.data?.items ?? []).filter(
    ({ unitId, closures }) => (everywhere || own.includes(unitId)) && !isClosedOn(closures, who.today),
  );
  const { register, control, handleSubmit, formState } = useForm({
    defaultValues: {
      kind: 'extraordinary' as (typeof KINDS)[number],
      host: own[0] ?? '',
      guests: [] as string[],
      on: null as string | null,
      startsAt: '',
      place: '',
      reason: '',
      urgent: false,
      force: false,
    },
  });
  const kind = useWatch({ control, name: 'kind' });
  const host = useWatch({ control, name: 'host' });
  const { errors } = formState;
  return (
    <FormDialog
      title={t('new.title')}
      submit={t('new.plan')}
      onClose={onDone}
      onSubmit={() =>
        handleSubmit(async (values) => {
          const { id } = await answered(
            api.POST('/api/meetings', {
              body: {
                kind: values.kind,
                unitIds: [values.host, ...(values.kind === 'joint' ? values.guests : [])],
                on: values.on!,
                startsAt: understandTime(values.startsAt)!,
                place: values.place.trim() === '' ? null : values.place,
                reason: values.reason.trim() === '' ? null : values.reason,
                urgent: values.kind === 'extraordinary' && values.urgent,
                force: values.force,
              },
            }),
          );
          announce(t('new.planned'));
          await refetchChanged('meeting');
          onDone();
          await go(`/moter/${id}`);
        })()
      }
    >
      <Field>
        <Label>{t('new.kind')}</Label>
        <Select {...register('kind')}>
          {KINDS.map((it) => (
            <Select.Option key={it} value={it}>
              {t(`kind.${it}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field>
        <Label>{t('new.unit')}</Label>
        <Select {...register('host', { required: true })} aria-invalid={errors.host ? true : undefined}>
          <Select.Option value="">{t('new.choose')}</Select.Option>
          {hosts.map(({ unitId, name }) => (
            <Select.Option key={unitId} value={unitId}>
              {name}
            </Select.Option>
          ))}
        </Select>
        {errors.host && <ValidationMessage>{t('new.unitMissing')}</ValidationMessage>}
      </Field>
      {kind === 'joint' && (
        <Fieldset>
          <Fieldset.Legend>{t('new.guests')}</Fieldset.Legend>
          <div className={styles.guests} tabIndex={0} role="group" aria-label={t('new.guests')}>
            {(units.data?.items ?? [])
              .filter(({ unitId }) => unitId !== host)
              .map(({ unitId, name }) => (
                <Checkbox
                  key={unitId}
                  data-size="sm"
                  label={name}
                  value={unitId}
                  {...register('guests', { validate: (all, { kind: of }) => of !== 'joint' || all.length > 0 })}
                />
              ))}
          </div>
        </Fieldset>
      )}
      <Controller
        name="on"
        control={control}
        rules={{ required: true }}
        render={({ field, fieldState }) => (
          <DateField
            label={t('new.day')}
            ref={field.ref}
            value={field.value}
            around={{ today: who.today }}
            error={fieldState.invalid ? t('coming:otherDay.dayMissing') : undefined}
            onDay={field.onChange}
          />
        )}
      />
      <Textfield
        label={t('new.time')}
        error={errors.startsAt && t('coming:otherDay.timeWrong')}
        {...register('startsAt', { validate: (text) => understandTime(text) !== null })}
      />
      <LimitedText label={t('new.place')} most={LONGEST.place} {...register('place')} />
      {kind === 'extraordinary' && (
        <>
          <LimitedText
            label={t('new.reason')}
            description={t('new.reasonWhy')}
            most={LONGEST.reason}
            error={errors.reason && t('coming:reasonMissing')}
            {...register('reason', { validate: (text, { kind: of }) => of !== 'extraordinary' || text.trim() !== '' })}
          />
          <Checkbox label={t('new.urgent')} {...register('urgent')} />
        </>
      )}
      <Checkbox label={t('coming:otherDay.force')} {...register('force')} />
    </FormDialog>
  );
}
