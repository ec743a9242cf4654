import { PersonId, TenantId } from '#platform/kernel';

/** Content of an invitation link, after `#`: browsers send that part to nobody. */
export interface InvitationToken {
  readonly tenant: string;
  readonly personId: PersonId;
  readonly secret: string;
}

export const tokenTextOf = ({ tenant, personId, secret }: InvitationToken): string =>
  [tenant, personId, secret].join('.');

/** Undefined for a text that is no token. */
export function tokenIn(text: string): InvitationToken | undefined {
  const [tenant, personId, secret, ...rest] = text.split('.');
  const [of, id] = [TenantId.safeParse(tenant), PersonId.safeParse(personId)];
  if (!of.success || !id.success || rest.length > 0 || !/^[\w-]{43}$/.test(secret ?? '')) return undefined;
  return { tenant: of.data, personId: id.data, secret: secret! };
}
