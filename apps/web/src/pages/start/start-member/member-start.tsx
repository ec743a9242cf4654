import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/reads.js';
import { Answered, Empty } from '../../../parts/states/states.js';
import { ActionRows, type ActionGroup } from '../../../parts/action-row/action-rows.js';
import { MyMeetings } from './my-meetings.js';
import styles from './member-start.module.css';

/** Rows per group: one's own are seldom more, and the rest is one click away. */
const SHOWN = 20;

/**
 * Start page of members: own actions with due dates, each answered in place; and the meetings of this week and the
 * next.
 */
export function MemberStart() {
  const { t } = useTranslation('start-member');
  const mine = useRead('/api/actions/mine', { query: { size: SHOWN } });
  return (
    <div className={styles.start}>
      <div className={styles.actions}>
        <Answered of={mine}>
          {(groups) => {
            const group = (key: keyof typeof groups, rest?: string): ActionGroup => ({
              key,
              title: t(`groups.${key}`),
              actions: groups[key].items,
              total: groups[key].total,
              ...(rest !== undefined &&
                groups[key].total > groups[key].items.length && {
                  more: <Link to={`/tiltak?eier=meg${rest}`}>{t('all', { count: groups[key].total })}</Link>,
                }),
            });
            const open = groups.overdue.total + groups.thisWeek.total + groups.later.total;
            return (
              <>
                <ActionRows
                  withMe={false}
                  groups={[
                    group('handovers'),
                    group('overdue', '&status=over-frist'),
                    group('thisWeek', '&status=denne-uka'),
                    group('later', ''),
                    group('toJudge', '&status=til-vurdering'),
                    group('contributing'),
                  ]}
                />
                {open === 0 && groups.handovers.total === 0 && <Empty title={t('none')}>{t('noneDetail')}</Empty>}
              </>
            );
          }}
        </Answered>
      </div>
      <MyMeetings />
    </div>
  );
}
