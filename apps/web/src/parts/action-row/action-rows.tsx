import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, XMarkIcon } from '@navikt/aksel-icons';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Action } from '../action-answers/answers.js';
import { ActionRow } from './action-row.js';
import styles from './action-row.module.css';
import { useKeepFocusInList } from './keep-focus-in-list.js';

/** Actions under one heading. */
export interface ActionGroup {
  readonly key: string;
  readonly title?: string;
  /** Total number, when not all are shown. */
  readonly total?: number;
  readonly actions: readonly Action[];
  /** Content below the rows: a link to the rest. */
  readonly more?: ReactNode;
}

interface Receipt {
  readonly actionId: string;
  readonly text: string;
  readonly message: string;
}

interface ActionRowsProps {
  /** Groups without actions are not shown. */
  readonly groups: readonly ActionGroup[];
  /** False on the page of one unit. */
  readonly withUnit?: boolean;
  /** False in one's own list. */
  readonly withMe?: boolean;
}

/**
 * Lists of actions answered in place. The result of an answer is shown in a line until the next one, and keyboard users
 * continue at the row that took its place. Keep it mounted when there are no actions left: it also shows the last
 * result.
 */
export function ActionRows({ groups, withUnit = true, withMe = true }: ActionRowsProps) {
  const { t } = useTranslation('action-row');
  const [receipt, setReceipt] = useState<Receipt>();
  const rows = useRef<HTMLDivElement>(null);
  const shown = groups.filter(({ actions }) => actions.length > 0);
  const all = shown.flatMap(({ actions }) => actions);
  const keepPlace = useKeepFocusInList(
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
                onAnswered={(message) => {
                  setReceipt({ actionId: action.actionId, text: action.text, message });
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
            {receipt.message}: <Link to={`/tiltak/${receipt.actionId}`}>{receipt.text}</Link>
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
