import { Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import type { Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { useSession } from '../../../session/session.js';
import { longDay, shortDay, timeOfDay } from '../../../words/dates.js';
import { ActionsFiled } from './actions-filed.js';
import { EarlierOutcomes } from './earlier-outcomes.js';
import type { FiledProtocol } from './filed-protocol.js';
import { MattersFiled } from './matters-filed.js';
import styles from './filed.module.css';

type Meeting = Answer<'/api/meetings/{meetingId}'>;

/** The protocol as a document: the same on the screen, in print and in the PDF. */
export function ProtocolDocument({ meeting, data }: { readonly meeting: Meeting; readonly data: FiledProtocol }) {
  const { t } = useTranslation(['meeting', 'filed', 'parts']);
  const { who } = useSession();
  const language = currentLanguage();
  const { protocol, people } = data;
  // A document may be read in later years, so dates include the year.
  const long = (on: string) => longDay(on, language, '');
  const short = (on: string) => shortDay(on, language, who.today);
  const personOf = (id: string | null) => people.find(({ personId }) => personId === id);
  const nameOf = (id: string | null) => personOf(id)?.name ?? t('person.unknown');
  const time = [protocol.startedAt, protocol.endedAt]
    .filter((it) => it !== null)
    .map((it) => timeOfDay(it, language))
    .join('–');
  const facts = [
    [
      t('filed:document.unit'),
      listed(
        data.units.map(({ name }) => name),
        language,
      ),
    ],
    [t('filed:document.when'), `${long(protocol.heldOn)}, ${t('about.at', { time })}`],
    [t('filed:document.where'), protocol.digital ? t('about.digital') : protocol.place],
    [t('filed:document.kind'), t(`kind.${meeting.kind}`)],
    [t('about.chairId'), protocol.chairId && nameOf(protocol.chairId)],
    [t('about.minuteTakerId'), protocol.minuteTakerId && nameOf(protocol.minuteTakerId)],
  ].filter(([, value]) => value);
  return (
    <article className={styles.paper} aria-label={t('filed:document.label')}>
      <header className={styles.onPaper}>
        <p className={styles.title}>{t('filed:document.title')}</p>
        <p>{data.municipalityName}</p>
      </header>
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Heading level={2} data-size="2xs">
        {t('section.participants')}
      </Heading>
      <ul className={styles.people}>
        {protocol.participants.map(({ personId, attendance, deputyId }) => {
          const person = personOf(personId);
          return (
            <li key={personId} data-away={attendance === 'absent' || undefined}>
              {nameOf(personId)}
              <small>
                {[person?.title ?? (person?.role && t(`parts:roles.${person.role}`)), person?.place]
                  .filter(Boolean)
                  .join(', ')}
              </small>
              <span>
                {attendance === 'deputy'
                  ? t('participants.deputy', { name: nameOf(deputyId) })
                  : t(`attendance.${attendance}`)}
              </span>
            </li>
          );
        })}
      </ul>
      <EarlierOutcomes data={data} nameOf={nameOf} day={short} />
      <MattersFiled matters={protocol.matters} />
      <ActionsFiled data={data} nameOf={nameOf} day={short} />
      {protocol.nextMeetingOn && (
        <p className={styles.nextMeeting}>
          <strong>{t('section.nextMeetingOn')}:</strong> {long(protocol.nextMeetingOn)}
        </p>
      )}
      <footer className={styles.signed}>
        {t('filed:filed.by', { name: nameOf(data.filedBy), day: long(data.filedOn) })}
        {data.version > 1 && ` · ${t('filed:filed.version', { version: data.version })}: ${data.reason}`}
      </footer>
    </article>
  );
}
