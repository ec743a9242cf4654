import { Controller, Get } from '@nestjs/common';
import { Asked, SignedInRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { Directory, nameOn } from '#registry/contract';
import { SignIns } from '#sign-in/contract';
import { OpenIdConnect } from './openid-connect.js';
import { OwnMunicipalities } from './sign-in.dto.js';

/** Municipalities that one may enter with the same identity. One enters another by the provider's word (ADR 0351). */
@Controller('session/municipalities')
export class OwnMunicipalitiesController {
  constructor(
    private readonly openId: OpenIdConnect,
    private readonly signIns: SignIns,
    private readonly directory: Directory,
  ) {}

  @Get()
  @SignedInRoute({ summary: 'Municipalities that I am let in to with the same identity.', answer: OwnMunicipalities })
  async read(@Asked() { tenant, personId, today }: Asker): Promise<OwnMunicipalities> {
    const others = this.openId.isUsed ? await this.signIns.tenantsOf(tenant, personId) : [];
    const known = await Promise.all([...new Set([tenant, ...others])].map((id) => this.directory.municipality(id)));
    const items = known.flatMap((it) =>
      it ? [{ municipality: it.id, name: nameOn(it, today), current: it.id === tenant }] : [],
    );
    return { items: items.sort((a, b) => a.name.localeCompare(b.name, 'nb')) };
  }
}
