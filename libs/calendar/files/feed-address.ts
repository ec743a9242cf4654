import type { SignedLinks } from '#platform/identity';

const PURPOSE = 'calendar feed';

/** Parts of a feed's address. */
export interface FeedAddress {
  readonly tenant: string;
  readonly personId: string;
  readonly feedId: string;
}

/** The address that a calendar program reads; whoever has it reads the person's plan, so it is shown to them alone. */
export const feedAddress = (links: SignedLinks, { tenant, personId, feedId }: FeedAddress): string =>
  `${links.origin}/kalender/${tenant}/${personId}/${feedId}/${links.sign(PURPOSE, tenant, personId, feedId)}.ics`;

export const isFeedSigned = (links: SignedLinks, signature: string, { tenant, personId, feedId }: FeedAddress) =>
  links.isSigned(signature, PURPOSE, tenant, personId, feedId);
