import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listed } from '#platform/kernel/plain';
import { useRead, type Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { Answered, Empty } from '../states/states.js';
import { Section } from '../section/section.js';
import { shortDay } from '../../words/dates.js';
import styles from './urgent-needs.module.css';

type Need = Answer<'/api/services/needs'>['needs'][number];
/** Number of items shown in full: a reader with ten minutes reads three. */
const SHOWN = 3;

/** The three things that need the one who leads the services, why, and where to begin. */
export function UrgentNeeds() {
  const { t } = useTranslation('services');
  const needs = useRead('/api/services/needs');
  return (
    <Section id="needs-you" title={t('needs.title')}>
      <Answered of={needs}>
        {({ needs: all, today }) =>
          all.length === 0 ? (
            <Empty title={t('needs.none')}>{t('needs.noneDetail')}</Empty>
          ) : (
            <>
              <ol className={styles.needs}>
                {all.slice(0, SHOWN).map((need) => (
                  <NeedShown key={`${need.kind} ${need.service.serviceId}`} need={need} today={today} />
                ))}
              </ol>
              {all.length > SHOWN && (
                <Paragraph data-size="sm">
                  {t('needs.more', { count: all.length - SHOWN })}{' '}
                  {all.slice(SHOWN).map(({ kind, service, count }, i) => (
                    <span key={`${kind} ${service.serviceId}`}>
                      {i > 0 && ' · '}
                      <Link to={placeOf(kind, service.serviceId)}>
                        {t(`needs.${kind}.title`, { count, service: service.name ?? '' })}
                      </Link>
                    </span>
                  ))}
                </Paragraph>
              )}
            </>
          )
        }
      </Answered>
    </Section>
  );
}

function NeedShown({ need: { kind, service, count, actions, absences }, today }: { need: Need; today: string }) {
  const { t } = useTranslation(['services', 'parts']);
  const language = currentLanguage();
  return (
    <li className={styles.need}>
      <Heading level={3} data-size="2xs">
        {t(`needs.${kind}.title`, { count, service: service.name ?? '' })}
      </Heading>
      <Paragraph data-size="sm" className={styles.why}>
        {t(`needs.${kind}.why`)}
      </Paragraph>
      <ul className={styles.rows}>
        {actions.map(({ actionId, text, units, owner, dueOn, overdue, workingDaysOverdue }) => (
          <li key={actionId}>
            <Link to={`/tiltak/${actionId}`}>{text}</Link>
            <span className={styles.about}>
              {[
                listed(
                  units.map(({ name }) => name),
                  currentLanguage(),
                ),
                owner.name,
                overdue
                  ? t('parts:overdueBy', { count: workingDaysOverdue })
                  : t('needs.due', { day: shortDay(dueOn, language, today) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
        {absences.map(({ unit, times, lastOn }) => (
          <li key={unit.unitId}>
            <Link to={`/enheter/${unit.unitId}`}>{unit.name}</Link>
            <span className={styles.about}>
              {t('needs.absent', { count: times, day: shortDay(lastOn, language, today) })}
            </span>
          </li>
        ))}
      </ul>
      <Link to={placeOf(kind, service.serviceId)} className={styles.all}>
        {t(`needs.${kind}.all`, { count, service: service.name ?? '' })}
      </Link>
    </li>
  );
}

/** Link to the part of the service's page with all of them. */
function placeOf(kind: Need['kind'], serviceId: string): string {
  if (kind === 'long-overdue') return `/tjenester/${serviceId}?vis=over-frist#tiltak`;
  return kind === 'no-owner' ? `/tjenester/${serviceId}#belastning` : `/tjenester/${serviceId}#oppmote`;
}
