import { Button, Heading, Paragraph, Spinner } from '@digdir/designsystemet-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.js';
import styles from './states.module.css';

/** Milliseconds; shorter waits show nothing, since flicker is worse. */
const WORTH_SHOWING_MS = 300;

/** Loading indicator. */
export function Loading() {
  const { t } = useTranslation('parts');
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

/** Placeholder for an empty page: its future content and the next step. */
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

/** The fault, the safe data and the remedy. Forbidden and missing pages look the same. */
export function ProblemShown({ problem, onAgain }: { readonly problem: unknown; readonly onAgain?: () => void }) {
  const { t } = useTranslation('parts');
  const kind = !isProblem(problem)
    ? 'fault'
    : problem.isOffline
      ? 'offline'
      : problem.isNotForYou
        ? 'notForYou'
        : 'said';
  const title = kind === 'said' && isProblem(problem) && problem.title ? problem.title : t(`states.${kind}.title`);
  const detail = kind === 'said' && isProblem(problem) && problem.detail ? problem.detail : t(`states.${kind}.detail`);
  // number for operators to find it in the log
  const number = isProblem(problem) && problem.status >= 500 ? problem.number : undefined;
  // a single broken rule equals the detail, which is not repeated
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

/** False once the read is refused: filters are not shown above a refused list. */
export const mayRead = ({ data, error }: Pick<Asked<unknown>, 'data' | 'error'>): boolean =>
  data !== undefined || !isProblem(error) || !error.isNotForYou;

/** Shows a read's answer, loading indicator or problem. An old answer is preferred to none. */
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
