import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listed } from '#platform/kernel/plain';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import type { Action } from '../../parts/action-answers/answers.js';
import { PersonLink } from '../../parts/person-link/person-link.js';
import { longDay } from '../../words/dates.js';
import styles from './action.module.css';

const LOCALES = { nb: 'nb-NO', nn: 'nb-NO', en: 'en-GB' } as const;

/** The fields of an action as a list of names and values; empty fields are left out. */
export function ActionFacts({ action }: { readonly action: Action }) {
  const { t } = useTranslation(['action', 'action-answers']);
  const { who } = useSession();
  const language = currentLanguage();
  const { owner, ownerService, contributors, contributingServices, resources } = action;
  const day = (on: string) => longDay(on, language, who.today);
  const number = (value: number) => new Intl.NumberFormat(LOCALES[language]).format(value);
  const helpers = [...contributors, ...contributingServices].flatMap(({ name }) => name ?? []);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      'owner',
      <>
        {owner.name !== null && <PersonLink personId={owner.personId} name={owner.name} />}
        {ownerService?.name && `, ${ownerService.name}`}
      </>,
    ],
    ['contributors', listed(helpers, language)],
    ['agreed', <Link to={`/moter/${action.meetingId}`}>{t('agreedOn', { day: day(action.agreedOn) })}</Link>],
    [
      'due',
      <>
        {day(action.dueOn)}
        {action.timesCarriedOn > 0 && (
          <small className={styles.beside}>
            {t('carriedOn', { count: action.timesCarriedOn, day: day(action.firstDueOn) })}
          </small>
        )}
      </>,
    ],
    ['followUp', day(action.followUpOn)],
    [
      'followedUp',
      action.followedUpOn &&
        [day(action.followedUpOn), action.followUpOutcome && t(`outcomes.${action.followUpOutcome}`)]
          .filter(Boolean)
          .join(': '),
    ],
    ['ended', action.endedOn && day(action.endedOn)],
    ['abandonReason', action.abandonReason && t(`abandonReasons.${action.abandonReason}`)],
    ['effect', action.effect && t(`action-answers:effects.${action.effect}`)],
    ['wantedEffect', action.wantedEffect],
    ['level', t(`action-answers:levels.${action.level}`)],
    ['category', t(`action-answers:categories.${action.category}`)],
    ['approach', action.approach && t(`approaches.${action.approach}`)],
    [
      'resources',
      resources &&
        listed(
          [
            resources.nok !== null && t('nok', { nok: number(resources.nok) }),
            resources.hours !== null && t('hours', { count: resources.hours, hours: number(resources.hours) }),
          ],
          language,
        ),
    ],
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className={styles.heading}>
        {t('facts')}
      </h2>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(`names.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
