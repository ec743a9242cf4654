import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { ReadSide } from '#platform/database';
import { schoolYearOf, type CalendarDate, type SchoolYear, type UnitId } from '#platform/kernel';
import { Directory, isClosedOn } from '#registry/contract';
import { WaitingAgreements, type WaitingAgreement } from '../../contract/waiting-agreements.js';
import { missingApprovals } from '../../domain/agreement/agreement-standing.js';
import { approversOf } from '../../domain/agreement/approvers.js';
import { AgreementRow } from './agreement.entity.js';

/** Reads which agreements wait for whom. */
@Injectable()
export class WaitingAgreementsReader extends WaitingAgreements {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
  ) {
    super();
  }

  async on(tenant: string, day: CalendarDate): Promise<readonly WaitingAgreement[]> {
    const from = MoreThanOrEqual(schoolYearOf(day));
    const rows = await this.readSide.in(tenant, (tables) =>
      tables.find(AgreementRow, { where: { tenant, schoolYear: from }, order: { agreement: 'asc' } }),
    );
    const waiting = rows.flatMap(({ unitId, schoolYear, versions }) => {
      const latest = versions.at(-1);
      const lacks = latest ? missingApprovals(latest) : [];
      return latest && lacks.length > 0 ? [{ unitId, schoolYear, latest, lacks }] : [];
    });
    if (waiting.length === 0) return [];
    const [people, services, units] = await Promise.all([
      this.directory.people(tenant),
      this.directory.services(tenant),
      this.directory.units(tenant),
    ]);
    const open = new Set(units.filter(({ closures }) => !isClosedOn(closures, day)).map(({ unitId }) => unitId));
    return waiting
      .filter(({ unitId }) => open.has(unitId))
      .map(({ unitId, schoolYear, latest, lacks }) => ({
        unitId: unitId as UnitId,
        schoolYear: schoolYear as SchoolYear,
        version: latest.version,
        approverIds: [
          ...new Set(lacks.flatMap((party) => approversOf(party, unitId, latest.content, { day, people, services }))),
        ],
      }));
  }
}
