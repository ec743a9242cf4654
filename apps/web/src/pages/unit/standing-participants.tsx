import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { read } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSeenPart } from '../../api/seen-revision.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ProblemShown } from '../../parts/states/states.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { PersonLink } from '../../parts/person-link/person-link.js';
import { PersonPicker } from '../../parts/person-picker/person-picker.js';
import { UnitSection, type Overview } from './unit-section.js';
import styles from './unit.module.css';

interface Seat {
  /** Tells the rows apart while they are edited. */
  readonly key: string;
  readonly personId: string | null;
  readonly name: string;
  readonly deputyId: string | null;
  readonly deputyName: string;
}

/** Those who sit at the table, as far as the form changes it. */
const seatedAt = ({ members }: Overview) =>
  members.map(({ personId, name, deputyId, deputyName }) => ({ personId, name, deputyId, deputyName }));
type Seated = ReturnType<typeof seatedAt>;

/** Standing participants and their deputies; the coordinator and the unit's leader may change them. */
export function StandingParticipants({ unit, mayChange }: { readonly unit: Overview; readonly mayChange: boolean }) {
  const { t } = useTranslation('unit');
  const [changing, setChanging] = useState(false);
  // The button that opened the form gets the focus back when the form closes.
  const [cameBack, setCameBack] = useState(false);
  return (
    <UnitSection title={t('standing.title')}>
      {changing ? (
        <Change
          unit={unit}
          onDone={() => {
            setChanging(false);
            setCameBack(true);
          }}
        />
      ) : (
        <>
          {unit.members.length === 0 ? (
            <p className={styles.quiet}>{t('standing.none')}</p>
          ) : (
            <ul className={styles.plain}>
              {unit.members.map(({ personId, name, title, deputyName }) => (
                <li key={personId}>
                  <PersonLink personId={personId} name={name} />{' '}
                  {title && <span className={styles.quiet}>{title}</span>}
                  {deputyName && <div className={styles.quiet}>{t('standing.deputyIs', { name: deputyName })}</div>}
                </li>
              ))}
            </ul>
          )}
          {mayChange && (
            <Button variant="secondary" data-size="sm" autoFocus={cameBack} onClick={() => setChanging(true)}>
              {t('standing.change')}
            </Button>
          )}
        </>
      )}
    </UnitSection>
  );
}

function Change({ unit, onDone }: { readonly unit: Overview; readonly onDone: () => void }) {
  const { t } = useTranslation('unit');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { unitId } = unit;
  const [seats, setSeats] = useState<readonly Seat[]>(() =>
    unit.members.map(({ personId, name, deputyId, deputyName }) => ({
      key: personId,
      personId,
      name,
      deputyId,
      deputyName: deputyName ?? '',
    })),
  );
  const [added, setAdded] = useState(0);
  const rows = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  // The row that the focus goes to when it has been drawn: the first, one that was added, what stands where one was removed.
  const [goTo, setGoTo] = useState<{ readonly row: number }>({ row: 0 });
  useEffect(() => {
    (rows.current?.children[goTo.row]?.querySelector('input') ?? addButton.current)?.focus();
  }, [goTo]);
  const put = (key: string, change: Partial<Seat>) =>
    setSeats((before) => before.map((it) => (it.key === key ? { ...it, ...change } : it)));
  const of = useSeenPart(seatedAt(unit), async () => {
    // The revision first: what comes between the two is refused by it.
    const { revision } = await read('/api/units/{unitId}', { path: { unitId } });
    return { revision, part: seatedAt(await read('/api/units/{unitId}/overview', { path: { unitId } })) };
  });
  const inWords = (seated: Seated) =>
    seated
      .map(({ name, deputyName: deputy }) => (deputy ? t('standing.withDeputy', { name, deputy }) : name))
      .join(', ');
  const save = useSending({
    mutationFn: async () => {
      const headers = await of.ifAsSeen();
      await answered(
        api.PUT('/api/units/{unitId}/standing-participants', {
          params: { path: { unitId } },
          headers,
          body: {
            participants: seats.flatMap(({ personId, deputyId }) => (personId === null ? [] : { personId, deputyId })),
          },
        }),
      );
    },
    onSuccess: async () => {
      await refetchChanged('unit');
      announce(t('standing.saved'));
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <ChangedMeanwhile of={of} fields={[[t('standing.title'), inWords]]} />
      {save.error && !of.isChanged && <ProblemShown problem={save.error} />}
      <ol className={styles.seats} ref={rows}>
        {seats.map((seat, i) => (
          <li key={seat.key}>
            <PersonPicker
              unitId={unitId}
              label={t('standing.person', { number: i + 1 })}
              name={seat.name}
              onPick={(person) => put(seat.key, { personId: person?.personId ?? null, name: person?.name ?? '' })}
            />
            <PersonPicker
              unitId={unitId}
              label={t('standing.deputy', { number: i + 1 })}
              name={seat.deputyName}
              {...(seat.personId !== null && { except: seat.personId })}
              onPick={(person) => put(seat.key, { deputyId: person?.personId ?? null, deputyName: person?.name ?? '' })}
            />
            <Button
              type="button"
              variant="tertiary"
              data-size="sm"
              aria-label={t('standing.removeOne', { name: seat.name || i + 1 })}
              onClick={() => {
                setSeats(seats.filter(({ key }) => key !== seat.key));
                setGoTo({ row: Math.min(i, seats.length - 2) });
              }}
            >
              {t('standing.remove')}
            </Button>
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button
          type="button"
          variant="tertiary"
          data-size="sm"
          ref={addButton}
          onClick={() => {
            setAdded(added + 1);
            setGoTo({ row: seats.length });
            setSeats([...seats, { key: `new ${added}`, personId: null, name: '', deputyId: null, deputyName: '' }]);
          }}
        >
          {t('standing.add')}
        </Button>
        <Button type="submit" data-size="sm" loading={save.isPending}>
          {t('standing.save')}
        </Button>
        <Button type="button" variant="secondary" data-size="sm" onClick={onDone}>
          {t('standing.cancel')}
        </Button>
      </div>
    </form>
  );
}
