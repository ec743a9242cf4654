import { stableId } from '#platform/kernel';
import { addDays } from './diary.js';

/** A protocol's draft, as the API answers it. */
export type Draft = Record<string, unknown> & {
  participants: { personId: string; attendance: string | null }[];
  earlierActions: { actionId: string; outcome: string | null }[];
};

/** The first day on which the adviser (`people.ppt`) has no role. */
const ADVISER_LEFT = '2026-03-16';

const everyAction = {
  text: 'Felles kurs i språkstimulering',
  level: 'system',
  category: 'competence-building',
  approach: 'preventive',
  contributors: [],
  resources: null,
  wantedEffect: null,
  matterId: null,
};

/** The actions that the journey's protocols agree, and their decisions on earlier ones. */
export class AgreedActions {
  /** The number of new actions so far. */
  count = 0;
  private readonly ownerOf = new Map<string, string>();
  /** An action is continued with a later day than its current one. */
  private readonly dueOf = new Map<string, string>();

  /** Ids of persons and services; they may be filled in later, before the first protocol. */
  constructor(
    private readonly people: Readonly<Record<string, string>>,
    private readonly services: Readonly<Record<string, string>>,
  ) {}

  /** True for the adviser on a day after they left. */
  hasLeft(personId: string | undefined, on: string): boolean {
    return on >= ADVISER_LEFT && personId === this.people.ppt;
  }

  /** The answer to the earlier action at index `i` of a draft. */
  earlier(action: Draft['earlierActions'][number], i: number, heldOn: string) {
    // Actions of a person who has left wait for the coordinator to hand them over.
    if (this.hasLeft(this.ownerOf.get(action.actionId), heldOn)) return { ...action, outcome: null };
    const due = this.dueOf.get(action.actionId) ?? heldOn;
    const later = {
      dueOn: addDays(due > heldOn ? due : heldOn, 14),
      followUpOn: addDays(heldOn, 25),
      reason: 'Trenger mer tid',
    };
    switch ((i + this.count) % 4) {
      case 0:
        return { ...action, outcome: 'completed', note: null };
      case 1:
        this.dueOf.set(action.actionId, later.dueOn);
        return { ...action, ...later, outcome: 'carried-on' };
      case 2:
        return { ...action, outcome: 'on-track', followUpOn: addDays(heldOn, 21), note: null };
      default:
        return { ...action, outcome: null };
    }
  }

  /** One or two new actions, owned in turn by the adviser, the nurse and the unit's leader. */
  next(heldOn: string, leaderId: string) {
    const { ppt, nurse } = this.people;
    const owners = heldOn < ADVISER_LEFT ? [ppt!, nurse!, leaderId] : [nurse!, leaderId];
    return [0, 1]
      .slice(0, 1 + (this.count % 2))
      .map(() => this.newAction(heldOn, owners[(this.count += 1) % owners.length]!));
  }

  private newAction(heldOn: string, ownerId: string) {
    const actionId = stableId('journey-action', this.count);
    this.ownerOf.set(actionId, ownerId);
    const dueOn = addDays(heldOn, 14 + (this.count % 4) * 14);
    this.dueOf.set(actionId, dueOn);
    const ownerServiceId = this.serviceOf(ownerId);
    return { ...everyAction, actionId, ownerId, ownerServiceId, dueOn, followUpOn: addDays(heldOn, 28) };
  }

  private serviceOf(ownerId: string) {
    if (ownerId === this.people.nurse) return this.services.health;
    return ownerId === this.people.ppt ? this.services.ppt : null;
  }
}
