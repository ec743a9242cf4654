import { enhancedStatusIn } from '../dispatch/enhanced-status.js';

/** A report's statement about one mail to one receiver (RFC 3464). */
export interface DeliveryStatus {
  /** `5.1.1` */
  readonly status: string;
  /** True for a status 5.x.x. */
  readonly permanent: boolean;
  /** True if the server has given up. */
  readonly final: boolean;
}

const LONGEST_STATUS = 11;

/**
 * Reads the part `message/delivery-status`. Undefined when it tells of no failure or delay: the mail was delivered or
 * passed on.
 */
export function deliveryStatusIn(content: string): DeliveryStatus | undefined {
  const groups = content.split(/\r?\n[ \t]*(?:\r?\n)+/).map(fieldsOf);
  const failed = groups.find((fields) => actionOf(fields) === 'failed');
  const told = failed ?? groups.find((fields) => actionOf(fields) === 'delayed');
  if (!told) return undefined;
  const final = failed !== undefined;
  const status = statusOf(told) ?? (final ? '5.0.0' : '4.0.0');
  return { status, permanent: status.startsWith('5'), final };
}

/** Field names are in small letters; a continued line belongs to the field before it. */
function fieldsOf(group: string): ReadonlyMap<string, string> {
  const unfolded = group.replaceAll(/\r?\n[ \t]+/g, ' ');
  return new Map(
    unfolded.split(/\r?\n/).flatMap((line) => {
      const colon = line.indexOf(':');
      return colon <= 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

const actionOf = (fields: ReadonlyMap<string, string>): string | undefined =>
  fields
    .get('action')
    ?.toLowerCase()
    .match(/^[a-z]+/)?.[0];

function statusOf(fields: ReadonlyMap<string, string>): string | undefined {
  const status = fields.get('status');
  const own = status === undefined ? undefined : enhancedStatusIn(status);
  const found = own ?? enhancedStatusIn(fields.get('diagnostic-code') ?? '');
  // A class of 2 with a failure contradicts itself.
  return found !== undefined && /^[45]/.test(found) && found.length <= LONGEST_STATUS ? found : undefined;
}
