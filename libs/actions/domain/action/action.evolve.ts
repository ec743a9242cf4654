import { never, type CalendarDate } from '#platform/kernel';
import type { ActionContent, ActionEvent } from '../../contract/index.js';
import { contentOf } from './action.content.js';
import type { Action, AgreedAction, CompletedAction, OpenAction } from './action.state.js';

/** Total: an event that does not fit the state (a prefix, a log of another program) leaves the state unchanged. */
export function evolve(state: Action, event: ActionEvent): Action {
  if (event.type === 'actions.ActionAgreed')
    return state.status !== 'not-agreed'
      ? state
      : {
          status: 'open',
          progress: 'agreed',
          declined: null,
          answered: [],
          offer: null,
          meetingId: event.data.meetingId,
          unitIds: event.data.unitIds,
          content: contentOf(event.data),
          timesCarriedOn: 0,
          agreedOn: event.data.agreedOn,
          decidedOn: event.data.agreedOn,
        };
  if (state.status === 'not-agreed') return state;
  if (event.type === 'actions.ActionCorrected') return corrected(state, event.data.content);
  if (event.type === 'actions.EffectJudged')
    return state.status === 'completed' || state.status === 'closed'
      ? { ...state, status: 'closed', effect: event.data.effect, note: event.data.note }
      : state;
  return state.status === 'open' ? evolveOpen(state, event) : state;
}

type OfAnOpenAction = Exclude<
  ActionEvent,
  { type: 'actions.ActionAgreed' | 'actions.ActionCorrected' | 'actions.EffectJudged' }
>;

function evolveOpen(state: OpenAction, event: OfAnOpenAction): Action {
  switch (event.type) {
    case 'actions.ActionAccepted':
      return state.progress === 'agreed' ? { ...state, progress: 'accepted', declined: null } : state;
    case 'actions.ActionDeclined':
      return state.progress === 'agreed' ? { ...state, declined: event.data.reason } : state;
    case 'actions.ActionStarted':
      return { ...state, progress: 'started', declined: null };
    case 'actions.ProgressNoted':
      return state;
    case 'actions.OwnerAnswered': {
      const { by, toldOn } = event.data;
      return { ...state, answered: [...state.answered, { by, toldOn }] };
    }
    case 'actions.FollowUpRecorded': {
      const { nextFollowUpOn, on } = event.data;
      const content = nextFollowUpOn ? { ...state.content, followUpOn: nextFollowUpOn } : state.content;
      return { ...state, content, decidedOn: latest(state.decidedOn, on) };
    }
    case 'actions.ActionCompleted':
      return {
        ...ended(state, event.data.completedOn),
        status: 'completed',
        completedOn: event.data.completedOn,
      } satisfies CompletedAction;
    case 'actions.ActionCarriedOn': {
      const { dueOn, followUpOn, on } = event.data;
      return {
        ...state,
        decidedOn: latest(state.decidedOn, on),
        content: { ...state.content, dueOn, followUpOn },
        timesCarriedOn: state.timesCarriedOn + 1,
      };
    }
    case 'actions.ActionChanged':
      return { ...state, content: event.data.content, decidedOn: latest(state.decidedOn, event.data.on) };
    case 'actions.HandoverOffered': {
      const { to, toServiceId } = event.data;
      return { ...state, offer: { to, toServiceId } };
    }
    case 'actions.HandoverAccepted': {
      const { to, toServiceId } = event.data;
      return {
        ...state,
        offer: null,
        declined: null,
        progress: state.progress === 'agreed' ? 'accepted' : state.progress,
        content: { ...state.content, ownerId: to, ownerServiceId: toServiceId },
      };
    }
    case 'actions.HandoverDeclined':
      return { ...state, offer: null };
    case 'actions.ActionAbandoned':
      return { ...ended(state, event.data.on), status: 'abandoned', reason: event.data.reason };
    default:
      return never(event);
  }
}

/** A correction changes an action's content in any state; it never reopens an ended action. */
function corrected(state: AgreedAction, content: ActionContent): Action {
  if (state.status !== 'open' || content.ownerId === state.content.ownerId) return { ...state, content };
  // The correction names another owner: what the wrong owner accepted or offered is dropped.
  return {
    ...state,
    content,
    offer: null,
    declined: null,
    progress: state.progress === 'started' ? 'started' : 'agreed',
  };
}

const latest = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

const ended = (state: OpenAction, on: CalendarDate) => ({
  meetingId: state.meetingId,
  unitIds: state.unitIds,
  content: state.content,
  timesCarriedOn: state.timesCarriedOn,
  agreedOn: state.agreedOn,
  decidedOn: latest(state.decidedOn, on),
});
