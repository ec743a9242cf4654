import { Button, Input, Label, Link, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useLocation, useNavigate } from 'react-router';
import { lettersTooMany, listed, tooLongInWords } from '#platform/kernel/plain';
import { useRead, type Answer } from '../../api/reads.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { currentLanguage } from '../../words/language.js';
import { Page } from '../../shell/page.js';
import type { StoredSearch } from '../../shell/search-box.js';
import { useSession } from '../../session/session.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { mayOpenService } from '../../parts/service-link/may-open-service.js';
import { useMayOpenUnit } from '../../parts/unit-link/use-may-open-unit.js';
import { longDay, shortDay } from '../../words/dates.js';
import styles from './search.module.css';

type Found = Answer<'/api/search'>;
/** Fewer letters than this match nearly everything. */
const FEWEST_LETTERS = 2;
/** Results per kind at first; the API's maximum is larger. */
const FIRST = 10;
const ALL = 200;
/** The API's limit. */
const MOST_LETTERS = 100;
/** Milliseconds after the last letter until the search starts. */
const REST_MS = 200;

/** Search for units, services, people, meetings, protocols and actions by words and prefixes. */
export function Component() {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const { text: given = '' } = (useLocation().state ?? {}) as StoredSearch;
  const [typed, setTyped] = useState(given);
  const field = useRef<HTMLInputElement>(null);
  const tooMany = lettersTooMany(typed.trim(), MOST_LETTERS);
  useEffect(() => field.current?.focus(), []);
  // kept in the history state, so that going back restores it
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed.trim() !== given) void navigate('/sok', { replace: true, state: { text: typed.trim() } });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, given, navigate]);
  return (
    <Page title={t('title')}>
      <div className={styles.field}>
        <Label htmlFor="sought">{t('label')}</Label>
        <Input
          id="sought"
          ref={field}
          type="search"
          autoComplete="off"
          value={typed}
          aria-invalid={tooMany > 0 || undefined}
          aria-describedby={tooMany > 0 ? 'sought-too-long' : undefined}
          onChange={({ target }) => setTyped(target.value)}
        />
        {tooMany > 0 && (
          <ValidationMessage id="sought-too-long">
            {tooLongInWords(tooMany, MOST_LETTERS)[currentLanguage()]}
          </ValidationMessage>
        )}
        <Paragraph data-size="sm">{t('hint')}</Paragraph>
      </div>
      {given.length >= FEWEST_LETTERS && lettersTooMany(given, MOST_LETTERS) === 0 && <Results text={given} />}
    </Page>
  );
}

function Results({ text }: { readonly text: string }) {
  const { t } = useTranslation('search');
  const searched = useDeferredValue(text);
  const [all, setAll] = useState<string>();
  const limit = all === searched ? ALL : FIRST;
  const found = useRead('/api/search', { query: { text: searched, limit } }, { keepWhileAsking: true });
  const announce = useAnnounce();
  const count = found.data && countOf(found.data);
  useEffect(() => {
    if (count !== undefined) announce(t('found', { count }));
  }, [count, announce, t]);
  return (
    <Answered of={found}>
      {(answer) =>
        countOf(answer) === 0 ? (
          <Empty title={t('none.title')}>{t('none.detail')}</Empty>
        ) : (
          <Groups found={answer} {...(limit === FIRST && { onAll: () => setAll(searched) })} />
        )
      }
    </Answered>
  );
}

const countOf = (found: Found): number => Object.values(found).reduce((sum, { items }) => sum + items.length, 0);

function Groups({ found, onAll }: { readonly found: Found; readonly onAll?: () => void }) {
  const { t } = useTranslation('search');
  const { who } = useSession();
  const { today } = who;
  const mayOpenUnit = useMayOpenUnit();
  const language = currentLanguage();
  return (
    <>
      <Group name="units" more={found.units.more} onAll={onAll}>
        {found.units.items.map(({ unitId, name, kind, area, closed }) => (
          <Hit key={unitId} {...(mayOpenUnit(unitId) && { to: `/enheter/${unitId}` })} title={name}>
            {[t(kind), area, closed && t('closed')].filter(Boolean).join(' · ')}
          </Hit>
        ))}
      </Group>
      <Group name="services" more={found.services.more} onAll={onAll}>
        {found.services.items.map(({ serviceId, name, closed }) => (
          <Hit key={serviceId} {...(mayOpenService(who, serviceId) && { to: `/tjenester/${serviceId}` })} title={name}>
            {closed && t('closed')}
          </Hit>
        ))}
      </Group>
      <Group name="people" more={found.people.more} onAll={onAll}>
        {found.people.items.map(({ personId, name, title, role, place }) => (
          <Hit key={personId} to={`/personer/${personId}`} title={name}>
            {[title ?? (role && t(`parts:roles.${role}`)), place].filter(Boolean).join(' · ')}
          </Hit>
        ))}
      </Group>
      <Group name="protocols" more={found.protocols.more} onAll={onAll}>
        {found.protocols.items.map(({ meetingId, units, heldOn, lines }) => (
          <Hit
            key={meetingId}
            to={`/moter/${meetingId}`}
            title={`${listed(units, language)}, ${longDay(heldOn, language, today)}`}
          >
            {lines.join(' · ')}
          </Hit>
        ))}
      </Group>
      <Group name="meetings" more={found.meetings.more} onAll={onAll}>
        {found.meetings.items.map(({ meetingId, units, on, state }) => (
          <Hit
            key={meetingId}
            to={`/moter/${meetingId}`}
            title={`${listed(units, language)}, ${longDay(on, language, today)}`}
          >
            {t(`state.${state}`)}
          </Hit>
        ))}
      </Group>
      <Group name="actions" more={found.actions.more} onAll={onAll}>
        {found.actions.items.map(({ actionId, text, units, owner, dueOn, status }) => (
          <Hit key={actionId} to={`/tiltak/${actionId}`} title={text}>
            {[
              listed(units, language),
              owner,
              status === 'open' ? t('due', { day: shortDay(dueOn, language, today) }) : t(`status.${status}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Hit>
        ))}
      </Group>
    </>
  );
}

function Group({
  name,
  more,
  onAll,
  children,
}: {
  /** Requests all results; undefined when all available ones are shown. */
  readonly onAll: (() => void) | undefined;
  readonly name: keyof Found;
  readonly more: boolean;
  readonly children: ReactNode[];
}) {
  const { t } = useTranslation('search');
  if (children.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={`found-${name}`}>
      <h2 id={`found-${name}`}>{t(`groups.${name}`)}</h2>
      <ul>{children}</ul>
      {more &&
        (onAll ? (
          <Button variant="tertiary" data-size="sm" onClick={onAll}>
            {t('all')}
          </Button>
        ) : (
          <p className={styles.more}>{t('more')}</p>
        ))}
    </section>
  );
}

function Hit({ to, title, children }: { readonly to?: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <li>
      {to === undefined ? (
        <strong>{title}</strong>
      ) : (
        <Link asChild>
          <RouterLink to={to}>{title}</RouterLink>
        </Link>
      )}
      {children && <span className={styles.beside}>{children}</span>}
    </li>
  );
}
