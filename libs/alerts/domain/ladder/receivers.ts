import type { LadderReceiver } from '#registry/contract';
import type { Situation } from '../situation.js';
import type { AlertCause } from '../causes/alert-cause.js';

/** A person who is told, and as whom: the coordinator may stand in for another. */
export interface Receiver {
  readonly personId: string;
  readonly as: LadderReceiver;
}

/**
 * The people whom a step tells, each once. The coordinators take the step of a post that nobody holds, and that of the
 * service unit leader where the owner belongs to no service unit. Substitutes are told in the place of those who are away.
 */
export function receiversOf(
  cause: AlertCause,
  to: readonly LadderReceiver[],
  situation: Situation,
): readonly Receiver[] {
  const told = new Map<string, LadderReceiver>();
  const tell = (personIds: readonly string[], as: LadderReceiver) => {
    for (const personId of personIds.flatMap(situation.insteadOf)) if (!told.has(personId)) told.set(personId, as);
  };
  for (const as of to) {
    const holders = holdersOf(cause, as, situation).filter((personId) => situation.isActive(personId));
    if (holders.length > 0) tell(holders, as);
    else tell(situation.coordinators, 'coordinator');
  }
  return [...told].map(([personId, as]) => ({ personId, as }));
}

function holdersOf(
  { ownerId, receiverId, serviceId, subject, firstIds }: AlertCause,
  as: LadderReceiver,
  situation: Situation,
): readonly string[] {
  switch (as) {
    case 'owner':
      return ownerId === null ? [] : [ownerId];
    case 'receiver':
      return receiverId === null ? [] : [receiverId];
    case 'unit-leader':
      // The unit that hosts a meeting files its protocol; an action concerns each of its units.
      return ownerId === null ? firstIds : subject.unitIds.flatMap((unitId) => situation.leadersOf(unitId));
    case 'service-unit-leader':
      return serviceId === null ? [] : situation.leadersOfService(serviceId);
    case 'coordinator':
      return situation.coordinators;
  }
}
