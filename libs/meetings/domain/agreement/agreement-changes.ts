import type { CalendarDate } from '#platform/kernel';
import type { AgreementContent } from '../../contract/agreement.events.js';

type AgreedDate = Omit<AgreementContent['dates'][number], 'meetingId'>;
type Member = AgreementContent['members'][number];
type Service = AgreementContent['services'][number];

/** Differences of the plan and the register from an agreement. */
export interface AgreementChanges {
  readonly dates: {
    readonly added: readonly AgreedDate[];
    readonly removed: readonly AgreedDate[];
    readonly moved: readonly { readonly from: AgreedDate; readonly to: AgreedDate }[];
  };
  readonly members: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly otherDeputy: readonly string[];
  };
  readonly services: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly otherDuty: readonly string[];
  };
}

/**
 * Changes from the agreed content to the present one. A meeting counts if one of its two days is today or later: where a
 * meeting was held on another day, nothing is left to agree on.
 */
export function changesSince(
  agreed: AgreementContent,
  present: AgreementContent,
  today: CalendarDate,
): AgreementChanges {
  const wasOn = new Map(agreed.dates.map((it) => [it.meetingId, it]));
  const isOn = new Map(present.dates.map((it) => [it.meetingId, it]));
  const dayOf = ({ on, startsAt }: AgreedDate) => ({ on, startsAt });
  const members = compare(agreed.members, present.members, (it: Member) => it.personId);
  const services = compare(agreed.services, present.services, (it: Service) => it.serviceId);
  return {
    dates: {
      added: present.dates.filter((it) => !wasOn.has(it.meetingId) && it.on >= today).map(dayOf),
      removed: agreed.dates.filter((it) => !isOn.has(it.meetingId) && it.on >= today).map(dayOf),
      moved: agreed.dates.flatMap((from) => {
        const to = isOn.get(from.meetingId);
        const isOther = to !== undefined && (to.on !== from.on || to.startsAt !== from.startsAt);
        return isOther && (from.on >= today || to.on >= today) ? [{ from: dayOf(from), to: dayOf(to) }] : [];
      }),
    },
    members: {
      added: members.added,
      removed: members.removed,
      otherDeputy: members.both.filter(([a, b]) => a.deputyId !== b.deputyId).map(([, it]) => it.personId),
    },
    services: {
      added: services.added,
      removed: services.removed,
      otherDuty: services.both.filter(([a, b]) => a.mustAttend !== b.mustAttend).map(([, it]) => it.serviceId),
    },
  };
}

/** True when both parties can stay with what they agreed on. */
export const isUnchanged = (changes: AgreementChanges): boolean =>
  Object.values(changes).every((part) => Object.values(part as object).every((list) => (list as []).length === 0));

function compare<T>(before: readonly T[], after: readonly T[], keyOf: (it: T) => string) {
  const had = new Map(before.map((it) => [keyOf(it), it]));
  const has = new Map(after.map((it) => [keyOf(it), it]));
  return {
    added: after.map(keyOf).filter((key) => !had.has(key)),
    removed: before.map(keyOf).filter((key) => !has.has(key)),
    both: before.flatMap((it) => (has.has(keyOf(it)) ? [[it, has.get(keyOf(it))!] as const] : [])),
  };
}
