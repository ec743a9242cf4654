import type { CalendarDate, PersonId, ServiceId } from '#platform/kernel';
import type { DemoUnit } from '../organisation.js';
import type { ServiceKey } from '../people.js';
import { Roster } from '../roster.js';
import type { HistoryOrganisation } from './history-organisation.js';
import type { HistoryUnit, ServiceTerm } from './history-units.js';
import { holderOn } from './posts.js';

/** People and services of a history on a day: posts change hands, and services come and go. */
export class HistoryRoster extends Roster {
  private readonly units: ReadonlyMap<string, HistoryUnit>;
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    seed: number,
    override readonly organisation: HistoryOrganisation,
    schoolYears: readonly number[],
  ) {
    super(seed, organisation, schoolYears);
    this.units = new Map(organisation.units.map((unit) => [unit.id, unit]));
    this.places = new Map(organisation.units.map(({ id }, i) => [id, i]));
  }

  override servicesOf({ id }: DemoUnit, on: CalendarDate): readonly ServiceTerm[] {
    return this.units.get(id)!.serviceTerms.filter(({ from, to }) => from <= on && (to === null || on <= to));
  }

  override contactOf(unit: DemoUnit, service: ServiceKey, on: CalendarDate): PersonId {
    const { serviceTerms } = this.units.get(unit.id)!;
    const term =
      this.servicesOf(unit, on).find((each) => each.service === service) ??
      serviceTerms.findLast((each) => each.service === service);
    const post = this.organisation.posts[service][term?.post ?? 0]!;
    return this.personId(holderOn(post, on).key);
  }

  override colleagueOf(
    personId: PersonId,
    unit: DemoUnit,
    on: CalendarDate,
  ): { personId: PersonId; serviceId: ServiceId | null } {
    const service = this.byId.get(personId)!.roles.find((role) => role.service)?.service;
    if (service === undefined) {
      const leader = this.leaderOf(unit, on);
      return leader === personId
        ? { personId: this.contactOf(unit, 'ppt', on), serviceId: this.serviceId('ppt') }
        : { personId: leader, serviceId: null };
    }
    const holders = this.organisation.posts[service].map((post) => this.personId(holderOn(post, on).key));
    const others = holders.filter((holder) => holder !== personId);
    return {
      personId: others[this.places.get(unit.id)! % others.length]!,
      serviceId: this.serviceId(service),
    };
  }

  protected override colleaguesAt({ id }: DemoUnit, on: CalendarDate): { chair?: string; teachers: readonly string[] } {
    const chair = this.organisation.chairs.get(id);
    const teacher = this.organisation.teachers.get(id);
    return {
      ...(chair && { chair: holderOn(chair, on).key }),
      teachers: teacher ? [holderOn(teacher, on).key] : [],
    };
  }
}
