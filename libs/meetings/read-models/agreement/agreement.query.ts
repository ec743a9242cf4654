import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import { may, type Asker } from '#platform/identity';
import { refuse, type Refused, type SchoolYear } from '#platform/kernel';
import { Directory, type PersonDto, type ServiceDto } from '#registry/contract';
import type { AgreementContent } from '../../contract/agreement.events.js';
import type { AgreementChanges } from '../../domain/agreement/agreement-changes.js';
import { speaksForServices } from '../../domain/agreement/agreement.decider.js';
import { standingOf } from '../../domain/agreement/agreement-standing.js';
import { AgreementFacts } from '../../facts/agreement-facts.js';
import type { AgreementAnswer } from './agreement.dto.js';
import { AgreementRow, type KeptVersion } from './agreement.entity.js';

/** The agreement of a unit's school year, with names (R22). */
export class ReadAgreement extends Query<AgreementAnswer | Refused> {
  constructor(
    readonly unitId: string,
    readonly schoolYear: SchoolYear,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadAgreement)
export class ReadAgreementHandler implements IQueryHandler<ReadAgreement> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
    private readonly facts: AgreementFacts,
  ) {}

  async execute({ unitId, schoolYear, asker }: ReadAgreement): Promise<AgreementAnswer | Refused> {
    const { tenant, today } = asker;
    const [unit, present, row] = await Promise.all([
      this.directory.unit(tenant, unitId),
      this.facts.present(tenant, unitId, schoolYear),
      this.readSide.in(tenant, (manager) => manager.findOneBy(AgreementRow, { tenant, unitId, schoolYear })),
    ]);
    if (!unit || !present) return refuse('NOT_FOUND');
    const versions = row?.versions ?? [];
    const { state, waitsFor, holds, changes } = standingOf(versions, present, today);
    const names = await this.namesOf(tenant, present, versions);
    const side = await this.facts.servicesSide(asker, versions.at(-1)?.content ?? present);
    const mayHere = (right: 'agreement.propose' | 'agreement.approve-unit' | 'agreement.approve-services') =>
      may(asker, right, { unitIds: [unitId] });
    return {
      unitId: unit.unitId as AgreementAnswer['unitId'],
      unitName: unit.name,
      schoolYear,
      state,
      waitsFor: [...waitsFor],
      holds,
      present: names.content(present),
      changes: changes && names.changes(changes),
      versions: versions.toReversed().map((it) => ({
        version: it.version,
        on: it.on,
        proposedBy: names.person(it.proposedBy),
        approvals: it.approvals.map(({ party, approvedBy, on }) => ({ party, on, name: names.person(approvedBy) })),
        content: names.content(it.content),
      })),
      may: [
        ...(mayHere('agreement.propose') ? (['propose'] as const) : []),
        ...(mayHere('agreement.approve-unit') ? (['approve-unit'] as const) : []),
        ...(mayHere('agreement.approve-services') && speaksForServices(side) ? (['approve-services'] as const) : []),
      ],
      revision: String(row?.revision ?? -1),
    };
  }

  private async namesOf(tenant: string, present: AgreementContent, versions: readonly KeptVersion[]): Promise<Names> {
    const contents = [present, ...versions.map(({ content }) => content)];
    const ids = [
      ...contents.flatMap(({ members }) => members.flatMap(({ personId, deputyId }) => [personId, deputyId])),
      ...versions.flatMap(({ proposedBy, approvals }) => [proposedBy, ...approvals.map((it) => it.approvedBy)]),
    ].filter((id) => id !== null);
    const [people, services] = await Promise.all([
      this.directory.people(tenant, [...new Set(ids)]),
      this.directory.services(tenant),
    ]);
    return new Names(people, services);
  }
}

/** Names for the ids in agreements. */
class Names {
  private readonly people: ReadonlyMap<string, PersonDto>;
  private readonly services: ReadonlyMap<string, string>;
  constructor(people: readonly PersonDto[], services: readonly ServiceDto[]) {
    this.people = new Map(people.map((it) => [it.personId, it]));
    this.services = new Map(services.map(({ serviceId, name }) => [serviceId, name]));
  }

  person(id: string): string {
    return this.people.get(id)?.name ?? '–';
  }

  content({ dates, members, services }: AgreementContent): AgreementAnswer['present'] {
    return {
      dates: dates.map(({ on, startsAt }) => ({ on, startsAt })),
      members: members.map(({ personId, deputyId }) => ({
        personId,
        name: this.person(personId),
        title: this.people.get(personId)?.title ?? null,
        deputyId,
        deputyName: deputyId === null ? null : this.person(deputyId),
      })),
      services: services.map(({ serviceId, mustAttend }) => ({
        serviceId,
        name: this.services.get(serviceId) ?? '–',
        mustAttend,
      })),
    };
  }

  changes({ dates, members, services }: AgreementChanges): NonNullable<AgreementAnswer['changes']> {
    const people = (ids: readonly string[]) => ids.map((id) => this.person(id));
    const named = (ids: readonly string[]) => ids.map((id) => this.services.get(id) ?? '–');
    return {
      dates: { added: [...dates.added], removed: [...dates.removed], moved: [...dates.moved] },
      members: {
        added: people(members.added),
        removed: people(members.removed),
        otherDeputy: people(members.otherDeputy),
      },
      services: {
        added: named(services.added),
        removed: named(services.removed),
        otherDuty: named(services.otherDuty),
      },
    };
  }
}
