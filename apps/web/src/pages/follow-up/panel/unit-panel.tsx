import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { useMay, useSession } from '../../../session/session.js';
import { Answered } from '../../../parts/states/states.js';
import { PersonLink } from '../../../parts/person-link/person-link.js';
import { Phone } from '../../../parts/phone/phone.js';
import { MonthStateShown } from '../../../parts/month-mark/month-mark.js';
import { longDay, longMonth, shortDay } from '../../../words/dates.js';
import type { BoardRow, MonthCell } from '../board/board.js';
import { DoneList } from './done-list.js';
import { OverdueList } from './overdue-list.js';
import { NextSteps } from './next-steps.js';
import styles from './unit-panel.module.css';

interface UnitPanelProps {
  readonly unitId: string;
  /** The selected month; undefined for the whole unit. */
  readonly month: string | undefined;
  readonly schoolYear: number;
  /** The unit's row on the board, if the filters show it. */
  readonly row: BoardRow | undefined;
}

/** One unit, or one of its months: current state, follow-up so far, and the next steps. */
export function UnitPanel({ unitId, month, schoolYear, row }: UnitPanelProps) {
  const { t } = useTranslation('follow-up');
  const mayFollowUp = useMay('follow-up.read');
  const cell = row?.months.find((it) => it.month === month);
  const followUp = useRead('/api/units/{unitId}/follow-up', { path: { unitId } }, { enabled: mayFollowUp });
  const name = row?.name ?? followUp.data?.name;
  return (
    <div className={styles.panel} data-size="sm">
      {name !== undefined && (
        <Heading level={2} data-size="2xs" className={styles.name}>
          {name}
        </Heading>
      )}
      {cell && <MonthFacts cell={cell} />}
      {mayFollowUp && (
        <Answered of={followUp}>
          {(answer) => (
            <>
              <Leaders leaders={answer.leaders} />
              <NextSteps unit={answer} month={month} schoolYear={schoolYear} months={row?.months ?? []} />
              <OverdueList alerts={answer.matters} month={month} months={row?.months ?? []} />
              <DoneList done={answer.done} total={answer.doneTotal} />
            </>
          )}
        </Answered>
      )}
      <Paragraph>
        <Link to={`/enheter/${unitId}`}>{t('panel.openUnit')}</Link>
      </Paragraph>
    </div>
  );
}

/** The month's state in words, and its meetings. */
function MonthFacts({ cell: { month, state, meetings, exemptReason } }: { readonly cell: MonthCell }) {
  const { t } = useTranslation('follow-up');
  const { who } = useSession();
  const language = currentLanguage();
  const monthInWords = longMonth(month, language);
  return (
    <div className={styles.month}>
      <Paragraph className={styles.state}>
        {monthInWords.charAt(0).toUpperCase() + monthInWords.slice(1)}: <MonthStateShown state={state} />
      </Paragraph>
      {exemptReason && <Paragraph>{t('panel.exempt', { reason: exemptReason })}</Paragraph>}
      <ul className={styles.meetings}>
        {meetings.map(({ meetingId, on, state: of, filedOn }) => (
          <li key={meetingId}>
            <Link to={`/moter/${meetingId}`}>{longDay(on, language, who.today)}</Link>{' '}
            {filedOn === null
              ? t(`meetingStates.${of}`)
              : t('panel.filedOn', { day: shortDay(filedOn, language, who.today) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Leaders({
  leaders,
}: {
  readonly leaders: readonly {
    personId: string;
    name: string;
    title: string | null;
    email: string | null;
    phone: string | null;
  }[];
}) {
  const { t } = useTranslation('follow-up');
  if (leaders.length === 0) return <Paragraph>{t('panel.noLeader')}</Paragraph>;
  return (
    <ul className={styles.leaders} aria-label={t('panel.leaders')}>
      {leaders.map(({ personId, name, title, email, phone }) => (
        <li key={personId}>
          <PersonLink personId={personId} name={name} />
          {title && `, ${title.toLocaleLowerCase('nb')}`}
          {phone && (
            <>
              {' '}
              <Phone phone={phone} />
            </>
          )}
          {email && (
            <>
              {' '}
              <a href={`mailto:${email}`} className={styles.mail}>
                {email}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
