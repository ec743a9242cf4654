import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import { refuse, type CalendarDate, type Refused } from '#platform/kernel';
import { DEFAULT_DIGESTS, nameOn, numberOn } from '../../contract/index.js';
import type { MunicipalityAnswer } from './municipality.dto.js';
import { MunicipalityRow } from './municipality.entity.js';

export class GetMunicipality extends Query<MunicipalityAnswer | Refused<'NOT_FOUND'>> {
  constructor(
    readonly tenant: string,
    readonly today: CalendarDate,
  ) {
    super();
  }
}

@QueryHandler(GetMunicipality)
export class GetMunicipalityHandler implements IQueryHandler<GetMunicipality> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ tenant, today }: GetMunicipality): Promise<MunicipalityAnswer | Refused<'NOT_FOUND'>> {
    const row = await this.readSide.in(tenant, (rows) => rows.findOneBy(MunicipalityRow, { tenant }));
    if (!row) return refuse('NOT_FOUND');
    const { tenant: id, numbers, names, calendars, confirmed, revision, formed: _, successor: __, ...rest } = row;
    return {
      id,
      number: numberOn(row, today),
      name: nameOn(row, today),
      ...rest,
      digests: row.settings.digests ?? DEFAULT_DIGESTS,
      numbers: [...numbers],
      names: [...names],
      calendars: [...calendars],
      confirmed: [...confirmed],
      revision: String(revision),
    };
  }
}
