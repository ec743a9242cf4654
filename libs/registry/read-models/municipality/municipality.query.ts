import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import { refuse, type Refused } from '#platform/kernel';
import type { MunicipalityAnswer } from './municipality.dto.js';
import { MunicipalityRow } from './municipality.entity.js';

export class GetMunicipality extends Query<MunicipalityAnswer | Refused<'NOT_FOUND'>> {
  constructor(readonly municipality: string) {
    super();
  }
}

@QueryHandler(GetMunicipality)
export class GetMunicipalityHandler implements IQueryHandler<GetMunicipality> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ municipality }: GetMunicipality): Promise<MunicipalityAnswer | Refused<'NOT_FOUND'>> {
    const row = await this.readSide.in(municipality, (rows) => rows.findOneBy(MunicipalityRow, { municipality }));
    if (!row) return refuse('NOT_FOUND');
    const { municipality: number, calendars, revision, ...rest } = row;
    return { number, ...rest, calendars: [...calendars], revision: String(revision) };
  }
}
