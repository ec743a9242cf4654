import { Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/reads.js';
import styles from '../meeting.module.css';

type Meeting = Answer<'/api/meetings/{meetingId}'>;

/** Participants of the meeting: those called or present; before the notice, the standing participants. */
export function MeetingParticipants({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation(['coming', 'meeting', 'parts']);
  const ids = new Set([...meeting.calledIds, ...meeting.participants.map(({ personId }) => personId)]);
  const people = ids.size > 0 ? meeting.people.filter(({ personId }) => ids.has(personId)) : meeting.standing;
  return (
    <section aria-labelledby="table" className={styles.part}>
      <Heading level={2} data-size="xs" id="table">
        {t(meeting.calledIds.length > 0 ? 'coming.called' : 'coming.table')}
      </Heading>
      <ul className={styles.table}>
        {people.map((person) => {
          const attendance = meeting.participants.find(({ personId }) => personId === person.personId)?.attendance;
          return (
            <li key={person.personId}>
              {person.name}
              <small>
                {[person.title ?? (person.role && t(`parts:roles.${person.role}`)), person.place]
                  .filter(Boolean)
                  .join(' · ')}
                {attendance && ` · ${t(`meeting:attendance.${attendance}`)}`}
              </small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
