import { Injectable } from '@nestjs/common';
import type { Asker } from '#platform/identity';
import type { MeetingId, PersonId, SchoolYear, ServiceId, TimeOfDay } from '#platform/kernel';
import { Directory, isHeld, servicesOf, type UnitDto } from '#registry/contract';
import type { AgreementContent } from '../contract/agreement.events.js';
import type { ServicesSide } from '../domain/agreement/agreement.commands.js';
import { MeetingLists, type YearMeeting } from '../read-models/meeting-register/meeting-lists.js';

/** An agreement as it would be proposed today, with those who speak for the services in it. */
@Injectable()
export class AgreementFacts {
  constructor(
    private readonly directory: Directory,
    private readonly meetings: MeetingLists,
  ) {}

  /** Undefined for an unknown unit. */
  async present(tenant: string, unitId: string, schoolYear: SchoolYear): Promise<AgreementContent | undefined> {
    const [unit, meetings] = await Promise.all([
      this.directory.unit(tenant, unitId),
      this.meetings.ofYear(tenant, schoolYear, unitId),
    ]);
    return unit && contentOf(unit, meetings);
  }

  /** As whom the asker may approve for the services. */
  async servicesSide(asker: Asker, content: AgreementContent | null): Promise<ServicesSide> {
    const [services, people] = await Promise.all([
      this.directory.services(asker.tenant),
      this.directory.people(asker.tenant),
    ]);
    const inAgreement = new Set<string>(content?.services.map(({ serviceId }) => serviceId));
    const leads = (serviceIds: readonly string[] | undefined) => serviceIds?.some((id) => inAgreement.has(id)) ?? false;
    const leaders = people.flatMap(({ roles }) =>
      roles.filter((it) => it.role === 'service-unit-leader' && isHeld(it, asker.today)),
    );
    return {
      leadsService: asker.roles.some((it) => it.role === 'service-unit-leader' && leads(it.serviceIds)),
      isCoordinator: asker.roles.some(({ role }) => role === 'coordinator'),
      hasLeader: leads(servicesOf(leaders, services)),
    };
  }
}

/** The ordinary meetings of a unit in a year, its standing participants and its services. Extraordinary ones are no part. */
export function contentOf(unit: UnitDto, ofYear: readonly YearMeeting[]): AgreementContent {
  const own = ofYear.filter(({ kind, unitIds }) => kind !== 'extraordinary' && unitIds.includes(unit.unitId));
  return {
    dates: own
      .map(({ meetingId, day, startsAt }) => ({
        meetingId: meetingId as MeetingId,
        on: day,
        startsAt: startsAt as TimeOfDay,
      }))
      .toSorted((a, b) => (`${a.on}${a.startsAt}${a.meetingId}` < `${b.on}${b.startsAt}${b.meetingId}` ? -1 : 1)),
    members: unit.standing.map(({ personId, deputyId }) => ({
      personId: personId as PersonId,
      deputyId: deputyId as PersonId | null,
    })),
    services: unit.services.map(({ serviceId, mustAttend }) => ({ serviceId: serviceId as ServiceId, mustAttend })),
  };
}
