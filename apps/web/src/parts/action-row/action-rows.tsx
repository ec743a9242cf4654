import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, XMarkIcon } from '@navikt/aksel-icons';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Action } from '../action-answers/answers.js';
import { ActionRow } from './action-row.js';
import styles from './action-row.module.css';
import { useKeptPlace } from './kept-place.js';

/** Actions that stand together, under a heading. */
export interface ActionGroup {
  readonly key: string;
  readonly title?: string;
  /** How many there are in all, where not all are shown. */
  readonly total?: number;
  readonly actions: readonly Action[];
  /** What stands below the rows: where the rest are. */
  readonly more?: ReactNode;
}

interface Receipt {
  readonly actionId: string;
  readonly text: string;
  readonly said: string;
}

interface ActionRowsProps {
  /** Those without actions are not shown. */
  readonly groups: readonly ActionGroup[];
  /** False where the page is one unit's. */
  readonly withUnit?: boolean;
  /** False where the list is one's own. */
  readonly withMe?: boolean;
}

/**
 * Lists of actions that are answered in place. What was answered is told in a line that stays until the next, and one
 * who works by keyboard goes on from the row that took its place. Leave it on the page when there are none: the last
 * answer is told here too.
 */
export function ActionRows({ groups, withUnit = true, withMe = true }: ActionRowsProps) {
  const { t } = useTranslation('action-row');
  const [receipt, setReceipt] = useState<Receipt>();
  const rows = useRef<HTMLDivElement>(null);
  const shown = groups.filter(({ actions }) => actions.length > 0);
  const all = shown.flatMap(({ actions }) => actions);
  const keepPlace = useKeptPlace(
    rows,
    all.map(({ actionId }) => actionId),
  );
  return (
    <div ref={rows}>
      {shown.map(({ key, title, total, actions, more }) => (
        <section key={key} className={styles.group} {...(title && { 'aria-labelledby': `group-${key}` })}>
          {title && (
            <h2 id={`group-${key}`} className={styles.heading} data-group={key}>
              {title} <span className={styles.count}>{total ?? actions.length}</span>
            </h2>
          )}
          <ul className={styles.rows}>
            {actions.map((action) => (
              <ActionRow
                key={action.actionId}
                action={action}
                withUnit={withUnit}
                withMe={withMe}
                onAnswered={(said) => {
                  setReceipt({ actionId: action.actionId, text: action.text, said });
                  keepPlace(action.actionId);
                }}
              />
            ))}
          </ul>
          {more}
        </section>
      ))}
      {receipt && (
        <p className={styles.receipt}>
          <CheckmarkCircleIcon aria-hidden />
          <span>
            {receipt.said}: <Link to={`/tiltak/${receipt.actionId}`}>{receipt.text}</Link>
          </span>
          <Button
            icon
            data-size="sm"
            variant="tertiary"
            data-color="neutral"
            aria-label={t('dismiss')}
            onClick={() => setReceipt(undefined)}
          >
            <XMarkIcon aria-hidden />
          </Button>
        </p>
      )}
    </div>
  );
}
