import type { CalendarDate } from '#platform/kernel';
import { isHeld, type PersonDto } from '#registry/contract';
import type { Role } from '#platform/identity';

/** A person whose last mail found no address, or could not be delivered. */
export interface Failing {
  readonly personId: string;
  readonly since: Date;
  readonly reason: 'undeliverable' | 'no-address';
  readonly status: string | null;
  /** Digest of the address that could not be reached. */
  readonly toDigest: string | null;
}

/** A person who should get mail and does not. */
export interface Unreached {
  readonly person: PersonDto;
  readonly reason: Failing['reason'];
  /** Null where no mail has been due yet. */
  readonly since: Date | null;
  /** Enhanced status code of the last report, `5.1.1`. */
  readonly status: string | null;
}

export interface Reach {
  readonly people: readonly PersonDto[];
  readonly failing: readonly Failing[];
  readonly day: CalendarDate;
  /** True for roles whose holders get mail. */
  readonly getsMail: (role: Role) => boolean;
  readonly addressDigest: (address: string) => string;
}

/**
 * Those who hold a role that gets mail and whom mail does not reach: the first are unreached for longest, and those of
 * whom no mail was due yet come last. A person whose address was changed since is left out until the next mail tells.
 */
export function unreachedPeople({ people, failing, day, getsMail, addressDigest }: Reach): readonly Unreached[] {
  const found = new Map(failing.map((each) => [each.personId, each]));
  return people
    .filter(({ roles }) => roles.some((role) => isHeld(role, day) && getsMail(role.role)))
    .flatMap((person): Unreached[] => {
      const known = found.get(person.personId);
      if (person.email === null) return [{ person, reason: 'no-address', since: known?.since ?? null, status: null }];
      if (known?.reason !== 'undeliverable' || known.toDigest !== addressDigest(person.email)) return [];
      return [{ person, reason: 'undeliverable', since: known.since, status: known.status }];
    })
    .sort((a, b) => timeOf(a) - timeOf(b) || a.person.name.localeCompare(b.person.name, 'nb'));
}

const timeOf = ({ since }: Unreached): number => since?.getTime() ?? Number.MAX_SAFE_INTEGER;
