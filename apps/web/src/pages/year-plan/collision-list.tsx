import { Button, Paragraph, Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../parts/states/states.js';
import type { Colliding, DayAndTime } from './plan.js';
import type { SeenMeeting } from './use-year-plan.js';
import type { PlanWords } from './words.js';
import styles from './collision-list.module.css';

/** Number of rows shown at first; a year for 144 units can have hundreds. */
const SHOWN = 60;

/** Everything that collides, each with what is ready to be done about it. */
export function CollisionList({
  colliding,
  words,
  busy,
  limit,
  onMore,
  onChoose,
  onMove,
  onTakeAll,
}: {
  readonly colliding: readonly Colliding[];
  readonly words: PlanWords;
  readonly busy: boolean;
  readonly limit: number;
  readonly onMore: () => void;
  readonly onChoose: (unitId: string, month: string, when: DayAndTime) => void;
  readonly onMove: (meeting: SeenMeeting, when: DayAndTime) => void;
  readonly onTakeAll: () => void;
}) {
  const { t } = useTranslation('year-plan');
  if (colliding.length === 0) return <Empty title={t('collisions.none')}>{t('collisions.noneDetail')}</Empty>;
  const takeable = colliding.filter(({ meetingId, alternative }) => meetingId === null && alternative);
  const shown = colliding.slice(0, limit);
  return (
    <>
      <div className={styles.top}>
        <Paragraph>{t('collisions.lead')}</Paragraph>
        {takeable.length > 0 && (
          <Button variant="secondary" data-size="sm" onClick={onTakeAll}>
            {t('collisions.takeAll', { count: takeable.length })}
          </Button>
        )}
      </div>
      <div className={styles.scroller} tabIndex={0} role="region" aria-label={t('collisions.label')}>
        <Table data-size="sm" className={styles.table}>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t('collisions.meeting')}</Table.HeaderCell>
              <Table.HeaderCell>{t('collisions.what')}</Table.HeaderCell>
              <Table.HeaderCell>{t('collisions.instead')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {shown.map(({ unit, month, on, startsAt, meetingId, revision, movable, collisions, alternative }) => (
              <Table.Row key={`${unit.unitId}/${month}/${meetingId ?? ''}`}>
                <Table.Cell>
                  <strong>{unit.name}</strong>
                  <br />
                  {words.at({ on, startsAt })}
                  {meetingId && <span className={styles.quiet}> · {t('collisions.decided')}</span>}
                </Table.Cell>
                <Table.Cell>
                  <ul className={styles.list}>
                    {collisions.map((it) => (
                      <li key={JSON.stringify(it)}>{words.collision(it)}</li>
                    ))}
                  </ul>
                </Table.Cell>
                <Table.Cell>
                  {alternative ? (
                    <Button
                      variant="tertiary"
                      data-size="sm"
                      className={styles.instead}
                      disabled={busy && meetingId !== null}
                      onClick={() =>
                        meetingId === null || revision === null
                          ? onChoose(unit.unitId, month, alternative)
                          : onMove({ meetingId, revision }, alternative)
                      }
                    >
                      {t(meetingId === null ? 'panel.take' : 'panel.moveTo', { at: words.at(alternative) })}
                    </Button>
                  ) : (
                    <span className={styles.quiet}>{t(movable ? 'panel.noAlternative' : 'panel.notMovable')}</span>
                  )}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      {colliding.length > limit && (
        <Button variant="tertiary" data-size="sm" onClick={onMore}>
          {t('collisions.more', { count: colliding.length - limit })}
        </Button>
      )}
    </>
  );
}
export const FIRST_SHOWN = SHOWN;
