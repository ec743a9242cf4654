import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { isRefused, refuse, type Refused, type SchoolYear } from '#platform/kernel';
import { printPaper } from '#platform/pdf';
import { Directory, nameForUnit } from '#registry/contract';
import { ReadAgreement } from '../../read-models/agreement/agreement.query.js';
import { agreementPaper } from './agreement-paper.js';

/** A version of a unit's agreement as a printable document. */
export class PrintAgreement extends Query<{ readonly name: string; readonly bytes: Buffer } | Refused> {
  constructor(
    readonly unitId: string,
    readonly schoolYear: SchoolYear,
    readonly version: number | undefined,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(PrintAgreement)
export class PrintAgreementHandler implements IQueryHandler<PrintAgreement> {
  constructor(
    private readonly queries: QueryBus,
    private readonly directory: Directory,
  ) {}

  async execute({ unitId, schoolYear, version, asker }: PrintAgreement) {
    const [answer, municipality] = await Promise.all([
      this.queries.execute(new ReadAgreement(unitId, schoolYear, asker)),
      this.directory.municipality(asker.tenant),
    ]);
    if (isRefused(answer)) return answer;
    const wanted = version === undefined ? answer.versions[0] : answer.versions.find((it) => it.version === version);
    if (!wanted) return refuse('AGREEMENT_NOT_PROPOSED');
    const paper = agreementPaper(
      {
        unitName: answer.unitName,
        municipalityName: municipality ? nameForUnit(municipality, unitId, wanted.on) : '',
        schoolYear,
        version: wanted,
        demo: municipality?.demo ?? false,
      },
      // «Neutral» municipalities write either form; most of them use bokmål.
      municipality?.languageForm === 'nn' ? 'nn' : 'nb',
    );
    const name = `Samarbeidsavtale ${answer.unitName} ${schoolYear}-${schoolYear + 1} versjon ${wanted.version}.pdf`;
    return { name, bytes: await printPaper(paper) };
  }
}
