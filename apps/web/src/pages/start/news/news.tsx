import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { answered, api } from '../../../api/client.js';
import { useRead, type Answer } from '../../../api/reads.js';
import { useRefetchChanged } from '../../../api/refetch-changed.js';
import { useOnce } from '../../../api/use-once.js';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { currentLanguage } from '../../../words/language.js';
import { useSession } from '../../../session/session.js';
import { ProblemShown } from '../../../parts/states/states.js';
import { shortDay } from '../../../words/dates.js';
import { schoolYearInWords } from '../../../words/school-years.js';
import { ChangedMeeting } from './changed-meeting.js';
import { PublishedPlan } from './published-plan.js';
import styles from './news.module.css';

type Item = Answer<'/api/news'>['items'][number];
/** Most items shown at first, since the page is about the day's work. */
const SHOWN = 3;

/** Changes by others in the meeting plan until the user confirms them. Nothing when there are none. */
export function News() {
  const { t } = useTranslation('news');
  const { data } = useRead('/api/news');
  const heading = useRef<HTMLHeadingElement>(null);
  const nameOf = useNameOf();
  const [all, setAll] = useState(false);
  const { busy, problem, see } = useSeeing(data, heading);
  useSaidAloud(data?.items);
  if (!data || data.items.length === 0) return null;
  const { items } = data;
  const shown = all ? items : items.slice(0, SHOWN);
  return (
    <section aria-labelledby="news" className={styles.news}>
      <div className={styles.head}>
        <Heading level={2} data-size="xs" id="news" ref={heading} tabIndex={-1} className={styles.title}>
          {t('title')}
        </Heading>
        {items.length > 1 && (
          <Button variant="tertiary" data-size="sm" aria-disabled={busy} onClick={() => see(items)}>
            {t('seeAll', { count: items.length })}
          </Button>
        )}
      </div>
      <ul className={styles.list}>
        {shown.map((item) => (
          <li key={item.newsId}>
            <div className={styles.what}>
              {item.about === 'plan' ? <PublishedPlan plan={item} /> : <ChangedMeeting change={item} />}
            </div>
            <Button
              variant="secondary"
              data-size="sm"
              aria-disabled={busy}
              aria-label={t('seeOf', { what: nameOf(item) })}
              onClick={() => see([item])}
            >
              {t('see')}
            </Button>
          </li>
        ))}
      </ul>
      {items.length > shown.length && (
        <Button variant="tertiary" data-size="sm" className={styles.more} onClick={() => setAll(true)}>
          {t('more', { count: items.length - shown.length })}
        </Button>
      )}
      {problem !== undefined && <ProblemShown problem={problem} />}
      <Paragraph data-size="sm" className={styles.quiet}>
        {t('gone')}
      </Paragraph>
    </section>
  );
}

/** Name of an item's subject, with the day to distinguish it from others of the same unit. */
function useNameOf(): (item: Item) => string {
  const { t } = useTranslation('news');
  const { who } = useSession();
  return (item) => {
    if (item.about === 'plan') return t('planOf', { year: schoolYearInWords(item.schoolYear) });
    const { on } = (item.after ?? item.before)!;
    return [
      listed(
        item.units.map(({ name }) => name),
        currentLanguage(),
      ),
      shortDay(on, currentLanguage(), who.today),
    ].join(', ');
  };
}

/** Confirms the shown items as read; the focus moves to the rest. */
function useSeeing(shown: unknown, heading: RefObject<HTMLElement | null>) {
  const { t } = useTranslation('news');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const once = useOnce();
  const refetchChanged = useRefetchChanged();
  const announce = useAnnounce();
  const confirmed = useRef(false);
  useEffect(() => {
    if (!confirmed.current) return;
    confirmed.current = false;
    // The focused button is gone; when nothing is left, the page takes the focus.
    (heading.current ?? document.getElementById('content'))?.focus({ preventScroll: true });
  }, [shown, heading]);
  const see = (items: readonly Item[]) => {
    void once(async () => {
      setBusy(true);
      setProblem(undefined);
      const body = { items: items.map(({ newsId, upTo }) => ({ newsId, upTo })) };
      try {
        await answered(api.POST('/api/news/seen', { body }));
        confirmed.current = true;
        await refetchChanged('news');
        announce(t('seen', { count: items.length }));
      } catch (fault) {
        setProblem(fault);
      } finally {
        setBusy(false);
      }
    });
  };
  return { busy, problem, see };
}

/** Announces new items to screen readers. */
function useSaidAloud(items: readonly Item[] | undefined): void {
  const { t } = useTranslation('news');
  const announce = useAnnounce();
  const known = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    if (!items) return;
    const now = new Set(items.map(({ newsId, upTo }) => `${newsId} ${upTo}`));
    const added = [...now].filter((it) => known.current?.has(it) === false).length;
    known.current = now;
    if (added > 0) announce(t('added', { count: added }));
  }, [items, announce, t]);
}
