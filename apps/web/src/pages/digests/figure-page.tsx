import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { listed } from '#platform/kernel/plain';
import { Problem } from '../../api/problem.js';
import { useRead } from '../../api/reads.js';
import { OwnMailLinks } from '../../parts/page-links/own-mail-links.js';
import { Answered, Empty, ProblemShown } from '../../parts/states/states.js';
import { useSession } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import { instantInWords, longDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import styles from './digests.module.css';
import { weekNumberIn } from './digests.js';
import {
  figureIn,
  INDICATOR_OF,
  pageOf,
  type CountedList,
  type Figure,
  type FigureAnswer,
  type Thing,
} from './figures.js';

/** The page of a figure of one's own digest: the things it counted, as they were known when the digest was made. */
export function Component() {
  const { t } = useTranslation('digests');
  const { week = '', figure: word = '' } = useParams();
  const [address] = useSearchParams();
  const figure = figureIn(word);
  const number = weekNumberIn(week);
  const asked = address.get('tjeneste');
  return (
    <Page title={figure === undefined ? t('title') : t(`figure.${figure}`)}>
      <OwnMailLinks />
      {figure === undefined || number === undefined ? (
        <ProblemShown problem={new Problem(404, 'not-found', '', '')} />
      ) : (
        <OneFigure week={week} figure={figure} service={asked === 'ingen' ? 'none' : asked} />
      )}
    </Page>
  );
}

interface OneFigureProps {
  readonly week: string;
  readonly figure: Figure;
  readonly service: string | null;
}

function OneFigure({ week, figure, service }: OneFigureProps) {
  const { t } = useTranslation('digests');
  const answer = useRead('/api/digests/{week}/figures/{figure}', {
    path: { week, figure },
    query: service === null ? {} : { service },
  });
  return (
    <Answered of={answer}>
      {({ made }) =>
        made ? (
          <Made week={week} figure={figure} made={made} />
        ) : (
          <Empty title={t('none')} action={<Link to="/oppsummering">{t('toAll')}</Link>}>
            {t('noneDetail')}
          </Empty>
        )
      }
    </Answered>
  );
}

interface MadeProps extends Pick<OneFigureProps, 'week' | 'figure'> {
  readonly made: NonNullable<FigureAnswer['made']>;
}

function Made({ week, figure, made: { on, asOf, isMade, isOpen, service, lists } }: MadeProps) {
  const { t } = useTranslation('digests');
  const { who } = useSession();
  const moment = instantInWords(asOf, currentLanguage(), who.today);
  const indicator = INDICATOR_OF[figure];
  return (
    <div className={styles.page}>
      <div>
        {service && (
          <Paragraph>
            <strong>{service.serviceId === 'none' ? t('noService') : service.name}</strong>
          </Paragraph>
        )}
        <Paragraph className={styles.quiet}>
          {t(isMade ? 'figure.asOf' : 'figure.asOfNow', { moment })}{' '}
          <Link to={isMade ? `/oppsummering/${week}` : '/oppsummering/neste'}>
            {t('figure.toDigest', { week: weekNumberIn(week) })}
          </Link>
        </Paragraph>
      </div>
      {!isOpen && (
        <Alert data-color="info">
          <Paragraph>{t('figure.closed')}</Paragraph>
        </Alert>
      )}
      {lists.map((list) => (
        <OneList key={list.key} list={list} />
      ))}
      {indicator !== undefined && (
        <Paragraph>
          <Link to={`/statistikk/${indicator}?per=${on}`}>{t('figure.toStatistics')}</Link>
        </Paragraph>
      )}
    </div>
  );
}

function OneList({ list: { key, count, of, things } }: { readonly list: CountedList }) {
  const { t } = useTranslation('digests');
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading level={2} data-size="xs" id={id} className={styles.heading}>
        {t(`figure.lists.${key}`)}: {of === null ? count : t('figure.of', { count, of })}
      </Heading>
      {things.length > 0 && (
        <ul className={styles.items}>
          {things.map((thing) => (
            <OneThing key={`${thing.kind} ${thing.id}`} thing={thing} list={key} />
          ))}
        </ul>
      )}
      {things.length > 0 && things.length < count && (
        <Paragraph data-size="sm" className={styles.quiet}>
          {t('figure.first', { shown: things.length, count })}
        </Paragraph>
      )}
    </section>
  );
}

function OneThing({ thing, list }: { readonly thing: Thing; readonly list: CountedList['key'] }) {
  const { t } = useTranslation('digests');
  const { who } = useSession();
  const language = currentLanguage();
  const units = listed(
    thing.units.map(({ unitId, name }) => name ?? unitId),
    language,
  );
  const day = thing.on && longDay(thing.on, language, who.today);
  const details = [
    thing.kind === 'action' && day && t(`figure.days.${dayOf(list)}`, { day }),
    thing.workingDays !== null &&
      t(list === 'unplanned' ? 'figure.left' : 'figure.since', { count: thing.workingDays }),
  ].filter(Boolean);
  return (
    <li>
      <Link to={pageOf(thing)}>{thing.kind === 'meeting' && day ? `${units}, ${day}` : units}</Link>
      {details.length > 0 && <div className={styles.quiet}>{details.join(' · ')}</div>}
    </li>
  );
}

/** The kind of day that an action in the list has. */
const dayOf = (list: CountedList['key']) => {
  if (list === 'started') return 'agreed';
  return list === 'ended' || list === 'completed' ? 'ended' : 'due';
};
