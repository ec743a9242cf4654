import { Button, Field, Label, Select, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answered, api } from '../../api/client.js';
import { useRead } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { currentLanguage } from '../../words/language.js';
import { Page } from '../../shell/page.js';
import { useSession } from '../../session/session.js';
import { Answered, Empty, ProblemShown } from '../../parts/states/states.js';
import { longMonth } from '../../words/dates.js';
import { DayPicker } from './day-picker.js';
import { MovePicker } from './move-picker.js';
import {
  acceptable,
  cellOf,
  countOf,
  planOf,
  schoolYearInWords,
  schoolYearOf,
  type OwnPlan,
  type Proposed,
  type DayAndTime,
} from './plan.js';
import { keyOf, usePlanDraft } from './plan-draft.js';
import { RuleFields } from './rule-fields.js';
import { ruleFromAddress, ruleInAddress } from './rules.js';
import { useMove } from './use-year-plan.js';
import { usePlanWords } from './words.js';
import { YearSelect } from './year-select.js';
import styles from './own-year.module.css';

/** A unit's own year, month by month: what is decided, what is proposed, and who can come on another day. */
export function OwnYear({ unitIds }: { readonly unitIds: readonly string[] }) {
  const { t } = useTranslation('year-plan');
  const { who } = useSession();
  const [address, setAddress] = useSearchParams();
  const now = schoolYearOf(who.today);
  const year = Number(address.get('ar')) || now;
  const unitId = unitIds.find((it) => it === address.get('enhet')) ?? unitIds[0]!;
  const rule = ruleFromAddress(address.get('regel'));
  const own = useRead('/api/units/{unitId}/school-years/{schoolYear}/proposal', {
    path: { unitId, schoolYear: year },
    ...(rule && { query: rule }),
  });
  const units = useRead('/api/units', { query: { size: 200 } }, { enabled: unitIds.length > 1 });
  const put = (key: string, value: string | null) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  return (
    <Page title={t('titleOf', { year: schoolYearInWords(year) })} lead={own.data?.name}>
      <div className={styles.controls}>
        {unitIds.length > 1 && (
          <Field data-size="sm">
            <Label>{t('grid.unit')}</Label>
            <Select value={unitId} onChange={({ target }) => put('enhet', target.value)}>
              {unitIds.map((it) => (
                <Select.Option key={it} value={it}>
                  {units.data?.items.find((unit) => unit.unitId === it)?.name ?? it}
                </Select.Option>
              ))}
            </Select>
          </Field>
        )}
        <YearSelect year={year} now={now} onChange={(it) => put('ar', it === now ? null : String(it))} />
        {own.data && own.data.proposed.length > 0 && (
          <RuleFields rule={own.data.rule} onChange={(it) => put('regel', ruleInAddress(it))} />
        )}
      </div>
      <Answered of={own}>{(plan) => <Months key={`${unitId} ${year}`} plan={plan} year={year} />}</Answered>
    </Page>
  );
}

function Months({ plan, year }: { readonly plan: OwnPlan; readonly year: number }) {
  const { t } = useTranslation('year-plan');
  const language = currentLanguage();
  const { who } = useSession();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const move = useMove();
  const [draft, change] = usePlanDraft(who.personId, year);
  const [open, setOpen] = useState<string | null>(null);
  const words = usePlanWords(plan, () => t('collision.otherUnit'));
  const { unitId } = plan;
  // A chosen day was shown with those who can come: it has no collision left to decide.
  const proposed = plan.proposed.map((it): Proposed => {
    const chosen = draft.choices[keyOf(unitId, it.month)];
    return chosen ? { ...it, ...chosen, why: 'chosen', collisions: [], alternative: null } : it;
  });
  const unit = { ...plan, proposed };
  const wanted = acceptable([unit]);
  const accept = useSending({
    mutationFn: () => {
      const { rule, place, meetings } = planOf(wanted).units[0]!;
      return answered(
        api.POST('/api/units/{unitId}/school-years/{schoolYear}/plan', {
          params: { path: { unitId, schoolYear: year } },
          body: { rule, place, meetings, force: false },
        }),
      );
    },
    onSuccess: () => {
      change((it) => ({ ...it, choices: {} }));
      announce(t('accept.done', { count: countOf(wanted) }));
    },
    onSettled: () => refetchChanged('schoolyear', 'meeting'),
  });
  const choose = (month: string, when: DayAndTime | null) => {
    change(({ choices: { [keyOf(unitId, month)]: _, ...others }, rules }) => ({
      rules,
      choices: when ? { ...others, [keyOf(unitId, month)]: when } : others,
    }));
    setOpen(null);
  };
  const months = [...new Set([...plan.decided, ...proposed, ...plan.exempt].map(({ month }) => month))].toSorted();

  if (plan.hostUnitId !== null)
    return (
      <Empty title={t('own.guest')}>
        <Link to={`/enheter/${unitId}`}>{t('panel.openUnit')}</Link>
      </Empty>
    );
  if (months.length === 0)
    return plan.obliged ? (
      <Empty title={t('own.empty')}>{t('own.emptyDetail')}</Empty>
    ) : (
      <Empty title={t('panel.notObliged')}>{t('own.notObligedDetail')}</Empty>
    );
  return (
    <>
      {(move.error ?? accept.error) && <ProblemShown problem={move.error ?? accept.error} />}
      {countOf(wanted) > 0 && (
        <div className={styles.accept}>
          <p>{t('own.proposed', { count: proposed.length })}</p>
          <Button data-size="sm" loading={accept.isPending} onClick={() => accept.mutate()}>
            {t('accept.some', { count: countOf(wanted) })}
          </Button>
        </div>
      )}
      <Table className={styles.table}>
        <caption className="only-for-readers">{t('own.caption')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('own.month')}</Table.HeaderCell>
            <Table.HeaderCell>{t('own.meeting')}</Table.HeaderCell>
            <Table.HeaderCell>
              <span className="only-for-readers">{t('own.change')}</span>
            </Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {months.map((month) => {
            const cell = cellOf(unit, month);
            const isDecided = cell.kind === 'decided';
            const when = isDecided
              ? { on: cell.meeting.on, startsAt: cell.meeting.startsAt }
              : cell.kind === 'proposed'
                ? { on: cell.month.on!, startsAt: cell.month.startsAt }
                : null;
            const movable = isDecided
              ? cell.meeting.state === 'planned' && cell.meeting.on > who.today
              : cell.kind === 'proposed';
            const collisions = isDecided
              ? cell.meeting.collisions
              : cell.kind === 'proposed'
                ? cell.month.collisions
                : [];
            const why = cell.kind === 'proposed' ? words.why(cell.month) : null;
            return (
              <Table.Row key={month} data-month={month}>
                <Table.HeaderCell scope="row" className={styles.month}>
                  {longMonth(month, language)}
                </Table.HeaderCell>
                <Table.Cell>
                  {isDecided ? (
                    <Link to={`/moter/${cell.meeting.meetingId}`}>{words.at(when!)}</Link>
                  ) : when ? (
                    words.at(when)
                  ) : (
                    t('panel.exempt', { reason: cell.kind === 'exempt' ? cell.reason : '' })
                  )}
                  {when && (
                    <span className={styles.quiet}>
                      {' · '}
                      {isDecided ? t(`meetingState.${cell.meeting.state}`) : t('legend.proposed')}
                    </span>
                  )}
                  {why && <div className={styles.quiet}>{why}</div>}
                  {collisions.length > 0 && (
                    <ul className={styles.collisions}>
                      {collisions.map((it) => (
                        <li key={JSON.stringify(it)}>{words.collision(it)}</li>
                      ))}
                    </ul>
                  )}
                  {cell.kind === 'proposed' && cell.month.alternative && (
                    <Button variant="secondary" data-size="sm" onClick={() => choose(month, cell.month.alternative)}>
                      {t('panel.take', { at: words.at(cell.month.alternative) })}
                    </Button>
                  )}
                  {open === month && when && (
                    <div className={styles.picker}>
                      {isDecided ? (
                        <MovePicker
                          {...{ unitId, month, today: who.today, busy: move.isPending }}
                          meeting={cell.meeting}
                          onMove={(seen, chosen) =>
                            move.mutate(
                              { ...seen, ...chosen },
                              {
                                onSuccess: () => {
                                  setOpen(null);
                                  announce(t('panel.moved', { at: words.at(chosen) }));
                                },
                              },
                            )
                          }
                        />
                      ) : (
                        <DayPicker
                          {...{ unitId, month, today: who.today, busy: false }}
                          now={when}
                          onChoose={(chosen) => choose(month, chosen)}
                        >
                          {t('panel.choose')}
                        </DayPicker>
                      )}
                    </div>
                  )}
                </Table.Cell>
                <Table.Cell className={styles.act}>
                  {movable && (
                    <Button
                      variant="tertiary"
                      data-size="sm"
                      aria-expanded={open === month}
                      aria-label={t(isDecided ? 'own.moveMonth' : 'own.chooseMonth', {
                        month: longMonth(month, language),
                      })}
                      onClick={() => setOpen(open === month ? null : month)}
                    >
                      {t(isDecided ? 'panel.move' : 'panel.otherDay')}
                    </Button>
                  )}
                </Table.Cell>
              </Table.Row>
            );
          })}
        </Table.Body>
      </Table>
    </>
  );
}
