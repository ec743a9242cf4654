import { Button, Details, ValidationMessage } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#registry/contract/limits';
import { answered, api } from '../../api/client.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSeenPart } from '../../api/seen-revision.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { currentLanguage } from '../../words/language.js';
import { ProblemShown } from '../../parts/states/states.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { DateField } from '../../parts/date-field/date-field.js';
import { focusFirstFault } from '../../parts/first-fault.js';
import { LimitedText } from '../../parts/limited-text/limited-text.js';
import { fullDay, type Day } from '../../words/dates.js';
import { isShownAtField, readCalendar, type Calendar } from './calendar.js';
import styles from './school-calendar.module.css';

interface Period {
  /** Tells the rows apart while they are edited. */
  readonly key: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly reason: string;
}
interface CalendarFormProps {
  readonly kind: Calendar['kind'];
  readonly year: number;
  readonly calendar: Calendar | undefined;
}

/** First and last day, and periods with days off. Where nothing is set the Christmas holiday is proposed. */
export function CalendarForm({ kind, year, calendar }: CalendarFormProps) {
  const { t } = useTranslation('school-calendar');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const added = useRef(0);
  const [firstDay, setFirstDay] = useState<Day | null>(calendar?.firstDay ?? null);
  const [lastDay, setLastDay] = useState<Day | null>(calendar?.lastDay ?? null);
  const [closed, setClosed] = useState<readonly Period[]>(
    () =>
      calendar?.closed.map((it) => ({ ...it, key: it.from })) ?? [
        { key: 'christmas', from: `${year}-12-24`, to: `${year}-12-31`, reason: t('christmas') },
      ],
  );
  const of = useSeenPart(calendar, () => readCalendar(kind, year));
  const [tried, setTried] = useState(false);
  const save = useSending<unknown, Calendar>({
    mutationFn: async (body) => {
      const headers = await of.ifAsSeen();
      return answered(api.PUT('/api/municipality/school-calendars', { headers, body }));
    },
    onSuccess: async () => {
      announce(t('saved'));
      await refetchChanged('municipality');
      of.saved((await readCalendar(kind, year)).part);
    },
  });
  const inWords = (day: Day | undefined) => (day ? fullDay(day, currentLanguage()) : '');
  const fields = [
    [t('firstDay'), (it: Calendar | undefined) => inWords(it?.firstDay)],
    [t('lastDay'), (it: Calendar | undefined) => inWords(it?.lastDay)],
    [
      t('closed'),
      (it: Calendar | undefined) =>
        (it?.closed ?? []).map(({ from, to, reason }) => `${inWords(from)}–${inWords(to)} ${reason}`).join(', '),
    ],
  ] as const;
  const isWhole = firstDay !== null && lastDay !== null && closed.every((it) => it.from && it.to && it.reason.trim());
  const broken = (at: string) =>
    save.error?.broken
      .filter((it) => it.at === at)
      .map(({ detail }) => detail)
      .join(' ');
  const missing = (day: Day | null) => (tried && day === null ? t('missing') : undefined);
  const around = { today: `${year}-08-01` };
  const put = (key: string, change: Partial<Period>) =>
    setClosed((before) => before.map((it) => (it.key === key ? { ...it, ...change } : it)));
  return (
    <Details data-size="sm">
      <Details.Summary>{t('edit')}</Details.Summary>
      <Details.Content>
        <form
          noValidate
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            focusFirstFault(event.currentTarget);
            if (!isWhole) return;
            const periods = closed.map(({ from, to, reason }) => ({ from: from!, to: to!, reason: reason.trim() }));
            save.mutate({ schoolYear: year, kind, firstDay, lastDay, closed: periods });
          }}
        >
          <ChangedMeanwhile of={of} fields={fields} />
          {save.error && !of.isChanged && !save.error.broken.some(isShownAtField) && (
            <ProblemShown problem={save.error} />
          )}
          <DateField
            label={t('firstDay')}
            value={firstDay}
            around={around}
            error={missing(firstDay) ?? (broken('firstDay') || undefined)}
            onDay={setFirstDay}
          />
          <DateField
            label={t('lastDay')}
            value={lastDay}
            around={around}
            error={missing(lastDay) ?? (broken('lastDay') || undefined)}
            onDay={setLastDay}
          />
          <fieldset className={styles.periods}>
            <legend>{t('closed')}</legend>
            {closed.map((period, i) => (
              <div key={period.key} className={styles.period}>
                <DateField
                  label={t('from')}
                  value={period.from}
                  around={around}
                  error={missing(period.from)}
                  onDay={(from) => put(period.key, { from })}
                />
                <DateField
                  label={t('to')}
                  value={period.to}
                  around={{ today: period.from ?? around.today }}
                  error={missing(period.to)}
                  onDay={(to) => put(period.key, { to })}
                />
                <LimitedText
                  label={t('reason')}
                  most={LONGEST.closedPeriodReason}
                  value={period.reason}
                  error={tried && period.reason.trim() === '' ? t('reasonMissing') : undefined}
                  onChange={({ target }) => put(period.key, { reason: target.value })}
                />
                <Button
                  type="button"
                  variant="tertiary"
                  data-size="sm"
                  aria-label={t('removeOne', { number: i + 1 })}
                  onClick={() => setClosed(closed.filter(({ key }) => key !== period.key))}
                >
                  {t('remove')}
                </Button>
                {broken(`closed.${i}`) && <ValidationMessage>{broken(`closed.${i}`)}</ValidationMessage>}
              </div>
            ))}
            <Button
              type="button"
              variant="secondary"
              data-size="sm"
              onClick={() => {
                added.current += 1;
                setClosed([...closed, { key: `new ${added.current}`, from: null, to: null, reason: '' }]);
              }}
            >
              {t('add')}
            </Button>
          </fieldset>
          <Button type="submit" data-size="sm" aria-busy={save.isPending}>
            {t('save')}
          </Button>
        </form>
      </Details.Content>
    </Details>
  );
}
