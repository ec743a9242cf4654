import { Button } from '@digdir/designsystemet-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { useRead, type Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { Answered } from '../../parts/states/states.js';
import { longDay, timeOfDay } from '../../words/dates.js';
import { HourField } from './hour-field.js';
import type { DayAndTime } from './plan.js';
import styles from './day-picker.module.css';

type Day = Answer<'/api/units/{unitId}/months/{month}/free-days'>['items'][number];

/**
 * The working days of a month, each with the participants who are busy then, so that users can choose by attendance.
 */
export function DayPicker({
  unitId,
  month,
  now,
  meetingId,
  today,
  busy,
  children,
  onChoose,
}: {
  readonly unitId: string;
  readonly month: string;
  /** Current day and time of the meeting. */
  readonly now: DayAndTime;
  readonly meetingId?: string;
  readonly today: string;
  readonly busy: boolean;
  /** Label of the button that takes the day. */
  readonly children: ReactNode;
  readonly onChoose: (when: DayAndTime) => void;
}) {
  const { t } = useTranslation('year-plan');
  const language = currentLanguage();
  const [startsAt, setStartsAt] = useState(now.startsAt);
  const [on, setOn] = useState(now.on);
  const name = useId();
  const days = useRead(
    '/api/units/{unitId}/months/{month}/free-days',
    { path: { unitId, month }, query: { startsAt, ...(meetingId && { meetingId }) } },
    { keepWhileAsking: true },
  );
  const moved = on !== now.on || startsAt !== now.startsAt;
  return (
    <form
      className={styles.picker}
      onSubmit={(event) => {
        event.preventDefault();
        if (moved) onChoose({ on, startsAt });
      }}
    >
      <HourField hour={startsAt} onChange={setStartsAt} />
      <Answered of={days}>
        {({ items }) => (
          <fieldset className={styles.days}>
            <legend>{t('picker.day')}</legend>
            <ul>
              {items
                .filter((day) => day.away?.kind !== 'weekend' && (day.on > today || day.on === now.on))
                .map((day) => (
                  <li key={day.on}>
                    <label className={styles.day} data-state={stateOf(day)}>
                      <input
                        type="radio"
                        name={name}
                        checked={day.on === on}
                        disabled={day.away !== null || day.unitMeets !== null}
                        onChange={() => setOn(day.on)}
                      />
                      <span>{longDay(day.on, language)}</span>
                      <span className={styles.who}>{inWords(day)}</span>
                    </label>
                  </li>
                ))}
            </ul>
          </fieldset>
        )}
      </Answered>
      <Button type="submit" variant="secondary" data-size="sm" loading={busy} disabled={!moved}>
        {children}
      </Button>
    </form>
  );

  function inWords({ away, busy: taken, full, unitMeets }: Day): string {
    if (away) return away.reason ?? t(`away.${away.kind}`);
    if (unitMeets) return t('collision.unit', { time: timeOfDay(unitMeets, language) });
    const who = taken.map((it) => t('picker.taken', { name: it.name, time: timeOfDay(it.startsAt, language) }));
    const services = full.map((it) => t('picker.full', { name: it.name }));
    return listed([...who, ...services], language) || t('picker.allFree');
  }
}

const stateOf = ({ away, busy, full, unitMeets }: Day) =>
  away || unitMeets ? 'away' : busy.length + full.length > 0 ? 'taken' : 'free';
