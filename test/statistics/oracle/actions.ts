import type { Protocol } from '#meetings/contract';
import type { Day, Event } from './events.js';

export interface Action {
  id: string;
  meetingId: string;
  units: readonly string[];
  agreedOn: Day;
  content: {
    level: string;
    category: string;
    approach: string | null;
    resources: Protocol['actions'][number]['resources'];
  };
  matterId: string | null;
  helpers: readonly string[];
  due: { since: Day; day: Day }[];
  owner: { since: Day; person: string; service: string | null }[];
  firstDue: Day;
  moves: number;
  points: { due: Day; done: Day | null }[];
  completedOn: Day | null;
  abandonedOn: Day | null;
  isTakenOut: boolean;
  judgedOn: Day | null;
  effect: string | null;
}

/** An action after the events of its stream. */
export function actionOf(events: readonly Event[]): Action {
  const [begin] = events;
  if (begin?.type !== 'actions.ActionAgreed') throw new Error('An action begins with the agreement');
  const { data } = begin;
  const action: Action = {
    id: data.actionId,
    meetingId: data.meetingId,
    units: data.unitIds,
    agreedOn: data.agreedOn,
    content: data,
    matterId: data.matterId,
    helpers: helpersIn(data),
    due: [{ since: data.agreedOn, day: data.dueOn }],
    owner: [{ since: data.agreedOn, person: data.ownerId, service: data.ownerServiceId }],
    firstDue: data.dueOn,
    moves: 0,
    points: [{ due: data.followUpOn, done: null }],
    completedOn: null,
    abandonedOn: null,
    isTakenOut: false,
    judgedOn: null,
    effect: null,
  };
  const { points, due } = action;
  const followedUp = (on: Day, following: Day | null) => {
    const last = points.at(-1)!;
    last.done ??= on;
    if (following !== null) points.push({ due: following, done: null });
  };
  const waiting = (day: Day) => {
    if (points.at(-1)!.done === null) points.at(-1)!.due = day;
  };
  for (const event of events.slice(1)) {
    switch (event.type) {
      case 'actions.FollowUpRecorded':
        if (event.data.nextFollowUpOn === null && event.data.outcome !== 'done') {
          const point = points.find(({ done }) => done !== null && done > event.data.on);
          if (point) point.done = event.data.on;
        } else followedUp(event.data.on, event.data.nextFollowUpOn);
        break;
      case 'actions.ActionCarriedOn':
        due.push({ since: event.data.on, day: event.data.dueOn });
        action.moves += 1;
        followedUp(event.data.on, event.data.followUpOn);
        break;
      case 'actions.ActionChanged':
        action.content = event.data.content;
        action.helpers = helpersIn(event.data.content);
        due.push({ since: event.data.on, day: event.data.content.dueOn });
        if (event.data.meetingId === null) waiting(event.data.content.followUpOn);
        else followedUp(event.data.on, event.data.content.followUpOn);
        break;
      case 'actions.ActionCorrected': {
        action.content = event.data.content;
        action.helpers = helpersIn(event.data.content);
        const wrong = due.at(-1)!.day;
        let first = due.length;
        while (first > 0 && due[first - 1]!.day === wrong) {
          first -= 1;
          due[first]!.day = event.data.content.dueOn;
        }
        if (first === 0) action.firstDue = event.data.content.dueOn;
        waiting(event.data.content.followUpOn);
        break;
      }
      case 'actions.HandoverAccepted':
        action.owner.push({ since: event.data.on, person: event.data.to, service: event.data.toServiceId });
        break;
      case 'actions.ActionCompleted':
        action.completedOn = event.data.completedOn;
        followedUp(event.data.completedOn, null);
        break;
      case 'actions.ActionAbandoned':
        action.abandonedOn = event.data.on;
        action.isTakenOut = event.data.reason === 'corrected';
        followedUp(event.data.on, null);
        break;
      case 'actions.EffectJudged':
        action.judgedOn ??= event.data.on;
        action.effect = event.data.effect;
        break;
      default:
    }
  }
  return action;
}

const helpersIn = ({ contributors }: Pick<Protocol['actions'][number], 'contributors'>): readonly string[] =>
  contributors.flatMap(({ serviceId }) => (serviceId === null ? [] : [serviceId as string]));

export const ownerOn = ({ owner }: Action, day: Day) => owner.findLast(({ since }) => since <= day) ?? owner[0]!;
export const dueOn = ({ due }: Action, day: Day): Day => (due.findLast(({ since }) => since <= day) ?? due[0]!).day;
