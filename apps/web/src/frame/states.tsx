import { Button, Heading, Paragraph, Spinner } from '@digdir/designsystemet-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.js';
import styles from './states.module.css';

/** Shorter waits show nothing: what blinks is worse than what waits. */
const WORTH_SHOWING_MS = 300;

/** Something is being fetched. */
export function Loading() {
  const { t } = useTranslation('frame');
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), WORTH_SHOWING_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.loading} role="status" aria-label={t('states.loading')} data-shown={shown} data-waiting>
      {shown && <Spinner aria-hidden data-size="lg" />}
    </div>
  );
}

/** There is nothing here yet: says what will stand here and what to do now. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <Heading level={2} data-size="2xs">
        {title}
      </Heading>
      {children && <Paragraph>{children}</Paragraph>}
      {action}
    </div>
  );
}

/** What went wrong, what is safe, what to do. What one may not open is told like what does not exist. */
export function ProblemShown({ problem, onAgain }: { readonly problem: unknown; readonly onAgain?: () => void }) {
  const { t } = useTranslation('frame');
  const kind = !isProblem(problem)
    ? 'fault'
    : problem.isOffline
      ? 'offline'
      : problem.isNotForYou
        ? 'notForYou'
        : 'said';
  const title = kind === 'said' && isProblem(problem) && problem.title ? problem.title : t(`states.${kind}.title`);
  const detail = kind === 'said' && isProblem(problem) && problem.detail ? problem.detail : t(`states.${kind}.detail`);
  // by which those who run Samspill find it in the log
  const number = isProblem(problem) && problem.status >= 500 ? problem.number : undefined;
  // one broken rule alone is the detail itself: nothing is said twice
  const broken = isProblem(problem) ? problem.broken.filter((it) => it.detail !== detail) : [];
  return (
    <div className={styles.problem} role="alert">
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      <Paragraph>{detail}</Paragraph>
      {kind === 'said' && broken.length > 0 && (
        <ul>
          {broken.map(({ rule, at, detail: what }) => (
            <li key={`${rule} ${at ?? ''}`}>{what}</li>
          ))}
        </ul>
      )}
      {number && (
        <Paragraph data-size="sm" className={styles.number}>
          {t('states.number', { number })}
        </Paragraph>
      )}
      {onAgain && kind !== 'notForYou' && (
        <Button variant="secondary" onClick={onAgain}>
          {t('states.again')}
        </Button>
      )}
    </div>
  );
}

interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** Until it is refused: what narrows an answer down stands above none that one may not have. */
export const isForMe = ({ data, error }: Pick<Asked<unknown>, 'data' | 'error'>): boolean =>
  data !== undefined || !isProblem(error) || !error.isNotForYou;

/** A question's answer, or that it is on its way, or what went wrong with it. An old answer is better than none. */
export function Answered<Data>({
  of: { data, error, refetch },
  children,
}: {
  readonly of: Asked<Data>;
  readonly children: (data: NonNullable<Data>) => ReactNode;
}) {
  if (data !== undefined && data !== null) return children(data);
  if (error) return <ProblemShown problem={error} onAgain={() => void refetch()} />;
  return <Loading />;
}
