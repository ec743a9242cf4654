import '@digdir/designsystemet-web/focusgroup';
import '@digdir/designsystemet-web/toggle-group';
import { Alert, Button, Field, Label, Select, ToggleGroup } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { Page } from '../../shell/page.js';
import { useSession } from '../../session/session.js';
import { Answered, Empty, ProblemShown } from '../../parts/states/states.js';
import { AcceptAll } from './accept-all.js';
import { Capacities } from './capacities.js';
import { CollisionList, FIRST_SHOWN } from './collision-list.js';
import { keyOf, usePlanDraft } from './plan-draft.js';
import { PlanGrid } from './plan-grid.js';
import { NothingOpen, PlanPanel } from './plan-panel.js';
import {
  acceptable,
  collidingOf,
  countOf,
  decidedIn,
  schoolYearInWords,
  schoolYearOf,
  type Plan,
  type PlanPlace,
  type Rule,
  type DayAndTime,
} from './plan.js';
import { RuleFields } from './rule-fields.js';
import { ruleFromAddress, ruleInAddress, USUAL_RULE } from './rules.js';
import { useAccept, useMove, useYearPlan, without, type SeenMeeting } from './use-year-plan.js';
import { usePlanWords } from './words.js';
import { YearSelect } from './year-select.js';
import styles from './plan-for-all.module.css';

/** The year of every unit: what is decided, what is proposed, and what collides. Filters and the rule stand in the address. */
export function PlanForAll() {
  const { t } = useTranslation('year-plan');
  const { who } = useSession();
  const [address, setAddress] = useSearchParams();
  const now = schoolYearOf(who.today);
  const year = Number(address.get('ar')) || now;
  const rule = ruleFromAddress(address.get('regel'));
  const [draft, change] = usePlanDraft(who.personId, year);
  const plan = useYearPlan(year, rule, draft);
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
    <Page
      title={t('titleOf', { year: schoolYearInWords(year) })}
      lead={t('lead')}
      actions={<Link to={`/skolerute?ar=${year}`}>{t('calendarLink')}</Link>}
    >
      <div className={styles.controls}>
        <YearSelect year={year} now={now} onChange={(it) => put('ar', it === now ? null : String(it))} />
        <Field data-size="sm">
          <Label>{t('rule.by')}</Label>
          <Select
            value={rule ? 'rule' : 'as-before'}
            onChange={({ target }) => put('regel', target.value === 'rule' ? ruleInAddress(USUAL_RULE) : null)}
          >
            <Select.Option value="as-before">{t('rule.asBefore')}</Select.Option>
            <Select.Option value="rule">{t('rule.same')}</Select.Option>
          </Select>
        </Field>
        {rule && <RuleFields rule={rule} onChange={(it) => put('regel', ruleInAddress(it))} />}
      </div>
      <Answered of={plan}>
        {(answer) => (
          <Planned {...{ plan: answer, year, draft, change, address, put, asking: plan.isPlaceholderData }} />
        )}
      </Answered>
    </Page>
  );
}

interface PlannedProps {
  readonly plan: Plan;
  readonly year: number;
  readonly draft: ReturnType<typeof usePlanDraft>[0];
  readonly change: ReturnType<typeof usePlanDraft>[1];
  readonly address: URLSearchParams;
  readonly put: (key: string, value: string | null) => void;
  /** The plan shown is the one before the latest choice. */
  readonly asking: boolean;
}

function Planned({ plan, year, draft, change, address, put, asking }: PlannedProps) {
  const { t } = useTranslation('year-plan');
  const { who } = useSession();
  const announce = useAnnounce();
  const accept = useAccept(year);
  const move = useMove();
  const [open, setOpen] = useState<PlanPlace | null>(null);
  const [limit, setLimit] = useState(FIRST_SHOWN);
  const names = useMemo(() => new Map(plan.units.map(({ unitId, name }) => [unitId, name])), [plan]);
  const words = usePlanWords(plan, (unitId) => names.get(unitId) ?? unitId);
  const [kind, area] = [address.get('type'), address.get('omrade')];
  const units = useMemo(
    () => plan.units.filter((it) => (!kind || it.kind === kind) && (!area || it.area === area)),
    [plan, kind, area],
  );
  const colliding = useMemo(() => collidingOf(units, who.today), [units, who.today]);
  const wanted = useMemo(() => acceptable(units), [units]);
  const areas = [...new Set(plan.units.flatMap((it) => it.area ?? []))].toSorted(new Intl.Collator('nb').compare);
  const view = address.get('vis') === 'kollisjoner' ? 'collisions' : 'plan';
  const isGrid = view === 'plan' && units.length > 0;
  const proposed = units.reduce((sum, it) => sum + it.proposed.length, 0);
  const decided = decidedIn(units);

  const choose = (unitId: string, month: string, when: DayAndTime | null) =>
    change(({ choices, rules }) => {
      const { [keyOf(unitId, month)]: _, ...others } = choices;
      return { rules, choices: when ? { ...others, [keyOf(unitId, month)]: when } : others };
    });
  const setRule = (unitId: string, rule: Rule | null) =>
    change(({ choices, rules: { [unitId]: _, ...others } }) => ({
      choices,
      rules: rule ? { ...others, [unitId]: rule } : others,
    }));
  const takeAll = () =>
    change(({ choices, rules }) => ({
      rules,
      choices: {
        ...choices,
        ...Object.fromEntries(
          colliding.flatMap(({ unit, month, meetingId, alternative }) =>
            meetingId === null && alternative ? [[keyOf(unit.unitId, month), alternative] as const] : [],
          ),
        ),
      },
    }));
  const acceptThese = (these: ReturnType<typeof acceptable>) =>
    accept.mutate(these, {
      onSuccess: ({ notDecided }) => {
        const left = new Set(notDecided.map(({ unitId }) => unitId));
        const done = these.filter(({ unit }) => !left.has(unit.unitId));
        change((before) => without(before, done));
        announce(t('accept.done', { count: countOf(done) }));
      },
    });
  const moveTo = ({ meetingId, revision }: SeenMeeting, when: DayAndTime) =>
    move.mutate(
      { meetingId, revision, ...when },
      { onSuccess: () => announce(t('panel.moved', { at: words.at(when) })) },
    );
  const close = () => {
    const cell = open && document.querySelector<HTMLElement>('[data-cell][aria-pressed="true"]');
    setOpen(null);
    cell?.focus();
  };

  if (plan.units.length === 0)
    return (
      <Empty title={t('empty.title')} action={<Link to="/kom-i-gang">{t('empty.getStarted')}</Link>}>
        {t('empty.detail')}
      </Empty>
    );
  return (
    <>
      <div className={styles.controls}>
        <Field data-size="sm">
          <Label>{t('filter.kind')}</Label>
          <Select value={kind ?? ''} onChange={({ target }) => put('type', target.value)}>
            <Select.Option value="">{t('filter.all')}</Select.Option>
            <Select.Option value="school">{t('filter.school')}</Select.Option>
            <Select.Option value="kindergarten">{t('filter.kindergarten')}</Select.Option>
          </Select>
        </Field>
        {areas.length > 0 && (
          <Field data-size="sm">
            <Label>{t('filter.area')}</Label>
            <Select value={area ?? ''} onChange={({ target }) => put('omrade', target.value)}>
              <Select.Option value="">{t('filter.all')}</Select.Option>
              {areas.map((it) => (
                <Select.Option key={it} value={it}>
                  {it}
                </Select.Option>
              ))}
            </Select>
          </Field>
        )}
        <ToggleGroup
          data-size="sm"
          data-toggle-group={t('view.label')}
          value={view}
          onChange={(it) => put('vis', it === 'collisions' ? 'kollisjoner' : null)}
        >
          <ToggleGroup.Item value="plan">{t('view.plan')}</ToggleGroup.Item>
          <ToggleGroup.Item value="collisions">{t('view.collisions', { count: colliding.length })}</ToggleGroup.Item>
        </ToggleGroup>
        <AcceptAll
          count={countOf(wanted)}
          colliding={proposed - countOf(wanted)}
          units={wanted.length}
          busy={accept.isPending}
          disabled={asking}
          onAccept={() => acceptThese(wanted)}
        />
      </div>
      <p className={styles.counts} aria-live="polite">
        {t('counts', { units: units.length, decided, proposed, collisions: colliding.length })}
        {Object.keys(draft.choices).length > 0 && (
          <>
            {' · '}
            {t('chosen', { count: Object.keys(draft.choices).length })}{' '}
            <Button variant="tertiary" data-size="sm" onClick={() => change((it) => ({ ...it, choices: {} }))}>
              {t('forget')}
            </Button>
          </>
        )}
      </p>
      {accept.data && accept.data.notDecided.length > 0 && (
        <Alert data-color="warning" data-size="sm" className={styles.refused}>
          {t('accept.refused')}
          <ul>
            {accept.data.notDecided.map(({ unitId, rules }) => (
              <li key={unitId}>
                {names.get(unitId)}: {rules.map(({ detail }) => detail).join(' ')}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {(accept.error ?? move.error) && <ProblemShown problem={accept.error ?? move.error} />}
      <div className={styles.work} data-beside={isGrid || open !== null} data-open={open !== null}>
        <div className={styles.main} aria-busy={asking}>
          {view === 'collisions' ? (
            <CollisionList
              {...{ colliding, words, limit }}
              busy={move.isPending}
              onMore={() => setLimit(limit * 2)}
              onChoose={choose}
              onMove={moveTo}
              onTakeAll={takeAll}
            />
          ) : isGrid ? (
            <>
              <Legend />
              <PlanGrid units={units} months={plan.months} open={open} onOpen={setOpen} />
            </>
          ) : (
            <Empty title={t('filter.none')} />
          )}
        </div>
        {open ? (
          <PlanPanel
            {...{ place: open, plan, units, words }}
            today={who.today}
            busy={accept.isPending || move.isPending}
            hasOwnRule={(unitId) => unitId in draft.rules}
            onChoose={choose}
            onRule={setRule}
            onAccept={acceptThese}
            onMove={moveTo}
            onClose={close}
          />
        ) : (
          isGrid && <NothingOpen />
        )}
      </div>
      <Capacities services={plan.services} />
    </>
  );
}

function Legend() {
  const { t } = useTranslation('year-plan');
  return (
    <ul className={styles.legend} aria-hidden>
      {(['decided', 'proposed', 'chosen', 'collides', 'exempt'] as const).map((it) => (
        <li key={it} data-state={it}>
          <span>{it === 'exempt' ? '–' : it === 'collides' ? '! 9.' : '9.'}</span> {t(`legend.${it}`)}
        </li>
      ))}
    </ul>
  );
}
