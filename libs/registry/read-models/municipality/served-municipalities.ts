import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Municipalities, type ServedMunicipality } from '../../contract/index.js';

/** Asks a function of the database, which tells the ids of all tenants to each of its logins, and nothing else of them. */
@Injectable()
export class DatabaseMunicipalities extends Municipalities {
  constructor(private readonly source: DataSource) {
    super();
  }

  served(): Promise<readonly ServedMunicipality[]> {
    return servedMunicipalities(this.source);
  }
}

/** The municipalities that are in use, by id. */
export const servedMunicipalities = (source: DataSource): Promise<readonly ServedMunicipality[]> =>
  source.query<readonly ServedMunicipality[]>('select id, demo from served_municipalities() order by id');
