import type { StoredEvent } from '#platform/event-store';
import { addDays, instantAt, type CalendarDate, type TimeOfDay } from '#platform/kernel';
import type { ActionEvent } from '#actions/contract';
import type { MeetingEvent } from '#meetings/contract';
import type { PersonEvent, ServiceEvent } from '#registry/contract';
import type { GivenUnit } from '../demo/history/history-units.js';
import { DEMO_MUNICIPALITY } from '../demo/organisation.js';
import { fillHistory } from './fill-log.js';
import { nameOfUnit } from './names-of-units.js';
import { unitOf } from './made-up-units.js';

/** Number of units of a large municipality; the largest in Norway have more. */
const UNITS = 144;
const SEED = 144;
/** A Wednesday in November; the log ends on its morning. */
export const TODAY = '2026-11-18' as CalendarDate;
const MORNING = '07:00' as TimeOfDay;

/** The municipality, and the people who view the pages. */
export interface LargeMunicipality {
  readonly tenant: string;
  readonly coordinator: string;
  /** Leader of a unit that held its meeting yesterday and has not filed the protocol. */
  readonly leader: string;
  readonly waitingMeeting: string;
  /** A meeting of that leader whose protocol is filed. */
  readonly filedMeeting: string;
  /** An action that the meeting agreed on. */
  readonly action: string;
  readonly unitId: string;
  /** Leader of the services. */
  readonly serviceLeader: string;
  readonly serviceId: string;
  /** The service unit that the service belongs to. */
  readonly serviceUnitId: string;
}

/** Invented units: every third one is a school. */
const units = (): readonly GivenUnit[] =>
  Array.from({ length: UNITS }, (_, nr) => {
    const kind = nr % 3 === 0 ? ('school' as const) : ('kindergarten' as const);
    const details = { name: nameOfUnit(nr, kind), kind, ownership: 'public' as const, children: 120, area: null };
    return { unitId: unitOf(SEED, nr, UNITS).unitId, details };
  });

/** Fills an empty log with a municipality of 144 units on `TODAY`, after this many school years, the current one included. */
export async function fillLargeMunicipality(url: string, years: number): Promise<LargeMunicipality> {
  const viewers = new Viewers();
  const wish = { units: units(), years, seed: SEED, asOf: instantAt(TODAY, MORNING) };
  await fillHistory(url, wish, (events) => events.forEach((event) => viewers.see(event)));
  return viewers.chosen();
}

type Seen = MeetingEvent | ActionEvent | PersonEvent | ServiceEvent;
interface Holder {
  readonly personId: string;
  readonly role: string;
  readonly unitId: string | null;
}

/** Chooses the viewers and what they look at, from the events of the log. */
class Viewers {
  private readonly holders = new Map<string, Holder>();
  private readonly waiting = new Map<string, string>();
  private readonly filed = new Map<string, string>();
  private readonly actions = new Map<string, string>();
  private service = { serviceId: '', serviceUnitId: '' };

  see(stored: StoredEvent): void {
    const { type, data } = { type: stored.type, data: stored.data } as Seen;
    const id = stored.stream.slice(stored.stream.indexOf('-') + 1);
    switch (type) {
      case 'registry.RoleGiven':
        if (data.from <= TODAY) this.holders.set(data.roleId, { personId: id, role: data.role, unitId: data.unitId });
        return;
      case 'registry.RoleEnded':
        return void this.holders.delete(data.roleId);
      case 'registry.ServiceRegistered':
        if (data.serviceUnitId !== null && !this.service.serviceId)
          this.service = { serviceId: id, serviceUnitId: data.serviceUnitId };
        return;
      case 'meetings.MeetingHeld':
        if (data.heldOn === addDays(TODAY, -1)) this.waiting.set(id, data.unitIds[0]!);
        return;
      case 'meetings.ProtocolFiled':
        this.waiting.delete(id);
        return void this.filed.set(data.unitIds[0]!, id);
      case 'actions.ActionAgreed':
        return void this.actions.set(data.meetingId, id);
      default:
    }
  }

  /** The first unit whose meeting waits for its protocol, with its latest filed meeting. */
  chosen(): LargeMunicipality {
    for (const [waitingMeeting, unitId] of this.waiting) {
      const filedMeeting = this.filed.get(unitId);
      const action = filedMeeting && this.actions.get(filedMeeting);
      const leader = this.holderOf('unit-leader', unitId);
      if (!filedMeeting || !action || !leader) continue;
      return {
        tenant: DEMO_MUNICIPALITY,
        coordinator: this.holderOf('coordinator')!,
        leader,
        waitingMeeting,
        filedMeeting,
        action,
        unitId,
        serviceLeader: this.holderOf('service-unit-leader')!,
        ...this.service,
      };
    }
    throw new Error('No unit held its meeting yesterday');
  }

  private holderOf(role: string, unitId: string | null = null): string | undefined {
    return [...this.holders.values()].findLast((it) => it.role === role && it.unitId === unitId)?.personId;
  }
}
