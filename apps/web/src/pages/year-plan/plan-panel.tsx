import { Button, Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currentLanguage } from '../../words/language.js';
import { longMonth } from '../../words/dates.js';
import { DayPicker } from './day-picker.js';
import { MovePicker } from './move-picker.js';
import {
  acceptable,
  cellOf,
  countOf,
  type Plan,
  type PlanPlace,
  type Proposed,
  type Rule,
  type UnitPlan,
  type DayAndTime,
} from './plan.js';
import { RuleFields } from './rule-fields.js';
import type { SeenMeeting } from './use-year-plan.js';
import type { PlanWords } from './words.js';
import styles from './plan-panel.module.css';

interface PanelProps {
  readonly place: PlanPlace;
  readonly plan: Plan;
  /** The units that the filters leave. */
  readonly units: readonly UnitPlan[];
  readonly words: PlanWords;
  readonly today: string;
  readonly busy: boolean;
  readonly hasOwnRule: (unitId: string) => boolean;
  readonly onChoose: (unitId: string, month: string, when: DayAndTime | null) => void;
  readonly onRule: (unitId: string, rule: Rule | null) => void;
  readonly onAccept: (wanted: ReturnType<typeof acceptable>) => void;
  readonly onMove: (meeting: SeenMeeting, when: DayAndTime) => void;
  readonly onClose: () => void;
}

/** Placeholder for the panel: reserves its width, so that the table does not move when the panel opens. */
export function NothingOpen() {
  const { t } = useTranslation('year-plan');
  return <p className={styles.hint}>{t('panel.hint')}</p>;
}

/** Panel beside the grid with the commands for one meeting, one unit or one month. */
export function PlanPanel(props: PanelProps) {
  const { place, plan, onClose } = props;
  const { t } = useTranslation('year-plan');
  const language = currentLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [place.unitId, place.month]);
  // The pressed button disappears with its effect, so the focus moves to the panel.
  const staying: PanelProps = {
    ...props,
    onChoose: (...chosen) => {
      heading.current?.focus();
      props.onChoose(...chosen);
    },
    onAccept: (wanted) => {
      heading.current?.focus();
      props.onAccept(wanted);
    },
    onMove: (...moved) => {
      heading.current?.focus();
      props.onMove(...moved);
    },
  };
  const unit = plan.units.find(({ unitId }) => unitId === place.unitId);
  const month = place.month === null ? null : longMonth(place.month, language);
  return (
    <aside
      className={styles.panel}
      aria-label={t('panel.label')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <header className={styles.head}>
        <div>
          <Heading level={2} data-size="xs" ref={heading} tabIndex={-1} className={styles.title}>
            {unit?.name ?? month}
          </Heading>
          {unit && month && <Paragraph className={styles.quiet}>{month}</Paragraph>}
        </div>
        <Button variant="tertiary" data-size="sm" icon aria-label={t('panel.close')} onClick={onClose}>
          <XMarkIcon aria-hidden />
        </Button>
      </header>
      {unit && place.month !== null ? (
        <OneMonth key={`${unit.unitId}/${place.month}`} {...staying} unit={unit} month={place.month} />
      ) : unit ? (
        <OneUnit key={unit.unitId} {...staying} unit={unit} />
      ) : (
        <WholeMonth {...staying} />
      )}
    </aside>
  );
}

function OneMonth({
  unit,
  month,
  words,
  today,
  busy,
  onChoose,
  onAccept,
  onMove,
}: PanelProps & { readonly unit: UnitPlan; readonly month: string }) {
  const { t } = useTranslation('year-plan');
  const cell = cellOf(unit, month);
  if (cell.kind === 'exempt') return <Paragraph>{t('panel.exempt', { reason: cell.reason })}</Paragraph>;
  if (cell.kind === 'guest') return <Paragraph>{t('grid.guest')}</Paragraph>;
  if (cell.kind === 'nothing') return <Paragraph>{t('panel.nothing')}</Paragraph>;
  if (cell.kind === 'decided') {
    const { meetingId, on, startsAt, state, collisions, alternative } = cell.meeting;
    const movable = state === 'planned' && on > today;
    return (
      <>
        <Paragraph>
          <Link to={`/moter/${meetingId}`}>{words.at({ on, startsAt })}</Link>
          <br />
          <span className={styles.quiet}>{t(`meetingState.${state}`)}</span>
        </Paragraph>
        <Collisions words={words} collisions={collisions}>
          {movable && alternative && (
            <Button data-size="sm" loading={busy} onClick={() => onMove(cell.meeting, alternative)}>
              {t('panel.moveTo', { at: words.at(alternative) })}
            </Button>
          )}
        </Collisions>
        {movable ? (
          <Details data-size="sm" className={styles.details}>
            <Details.Summary>{t('panel.move')}</Details.Summary>
            <Details.Content>
              <MovePicker {...{ unitId: unit.unitId, month, today, busy, onMove }} meeting={cell.meeting} />
            </Details.Content>
          </Details>
        ) : (
          <Paragraph className={styles.quiet}>{t('panel.notMovable')}</Paragraph>
        )}
      </>
    );
  }
  const { month: proposed } = cell;
  const when = { on: proposed.on!, startsAt: proposed.startsAt };
  const why = words.why(proposed);
  return (
    <>
      <Paragraph>
        {words.at(when)}
        {why && (
          <>
            <br />
            <span className={styles.quiet}>{why}</span>
          </>
        )}
        {proposed.wasCancelled && (
          <>
            <br />
            <span className={styles.quiet}>{t('why.wasCancelled')}</span>
          </>
        )}
      </Paragraph>
      <Collisions words={words} collisions={proposed.collisions}>
        {proposed.alternative && (
          <Button data-size="sm" onClick={() => onChoose(unit.unitId, month, proposed.alternative)}>
            {t('panel.take', { at: words.at(proposed.alternative) })}
          </Button>
        )}
        {!proposed.alternative && <Paragraph className={styles.quiet}>{t('panel.noAlternative')}</Paragraph>}
      </Collisions>
      <div className={styles.buttons}>
        <Button
          variant="secondary"
          data-size="sm"
          loading={busy}
          onClick={() => onAccept([{ unit, months: [proposed] }])}
        >
          {t(proposed.collisions.length > 0 ? 'panel.acceptAllTheSame' : 'panel.acceptOne')}
        </Button>
        {proposed.why === 'chosen' && (
          <Button variant="tertiary" data-size="sm" onClick={() => onChoose(unit.unitId, month, null)}>
            {t('panel.undo')}
          </Button>
        )}
      </div>
      <Details data-size="sm" className={styles.details}>
        <Details.Summary>{t('panel.otherDay')}</Details.Summary>
        <Details.Content>
          <DayPicker
            key={`${when.on} ${when.startsAt}`}
            {...{ unitId: unit.unitId, month, today, busy: false }}
            now={when}
            onChoose={(chosen) => onChoose(unit.unitId, month, chosen)}
          >
            {t('panel.choose')}
          </DayPicker>
        </Details.Content>
      </Details>
    </>
  );
}

function Collisions({
  collisions,
  words,
  children,
}: {
  readonly collisions: Proposed['collisions'];
  readonly words: PlanWords;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('year-plan');
  if (collisions.length === 0) return null;
  return (
    <div className={styles.collisions}>
      <strong>{t('panel.collides')}</strong>
      <ul>
        {collisions.map((it) => (
          <li key={JSON.stringify(it)}>{words.collision(it)}</li>
        ))}
      </ul>
      {children}
    </div>
  );
}

function OneUnit({ unit, words, busy, hasOwnRule, onRule, onAccept }: PanelProps & { readonly unit: UnitPlan }) {
  const { t } = useTranslation('year-plan');
  const wanted = acceptable([unit]);
  if (unit.hostUnitId !== null) return <Paragraph>{t('grid.guest')}</Paragraph>;
  return (
    <>
      <Paragraph>
        {unit.proposed.length > 0
          ? t('panel.follows', { rule: words.rule(unit.rule) })
          : t(unit.obliged ? 'panel.allDecided' : 'panel.notObliged')}
        <br />
        <Link to={`/enheter/${unit.unitId}`}>{t('panel.openUnit')}</Link>
      </Paragraph>
      {unit.proposed.length > 0 && (
        <>
          <RuleFields rule={unit.rule} onChange={(rule) => onRule(unit.unitId, rule)} />
          {hasOwnRule(unit.unitId) && (
            <Button variant="tertiary" data-size="sm" onClick={() => onRule(unit.unitId, null)}>
              {t('panel.ruleOfAll')}
            </Button>
          )}
        </>
      )}
      <AcceptMany wanted={wanted} of={unit.proposed.length} busy={busy} onAccept={onAccept} />
    </>
  );
}

function WholeMonth({ place, units, busy, onAccept }: PanelProps) {
  const wanted = acceptable(units, (_, { month }) => month === place.month);
  const all = units.flatMap(({ proposed }) => proposed).filter(({ month, on }) => month === place.month && on !== null);
  return <AcceptMany wanted={wanted} of={all.length} busy={busy} onAccept={onAccept} />;
}

function AcceptMany({
  wanted,
  of,
  busy,
  onAccept,
}: {
  readonly wanted: ReturnType<typeof acceptable>;
  readonly of: number;
  readonly busy: boolean;
  readonly onAccept: PanelProps['onAccept'];
}) {
  const { t } = useTranslation('year-plan');
  const count = countOf(wanted);
  return (
    <>
      <Paragraph className={styles.quiet}>
        {of === 0 ? t('panel.noneLeft') : t('panel.left', { count: of })}
        {of > count && ` ${t('accept.leftOut', { count: of - count })}`}
      </Paragraph>
      {count > 0 && (
        <Button variant="secondary" data-size="sm" loading={busy} onClick={() => onAccept(wanted)}>
          {t('accept.some', { count })}
        </Button>
      )}
    </>
  );
}
