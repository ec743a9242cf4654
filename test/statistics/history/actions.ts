import { ActionAgreed, type ActionEvent } from '#actions/contract';
import { addDays, stableId, type CalendarDate } from '#platform/kernel';
import type { Action, Correction } from './protocols.js';
import { PEOPLE, SERVICES, type Story } from './story.js';

/** An action that a protocol agreed, with the corrections of the protocol. */
export interface AgreedAction {
  readonly action: Action;
  readonly meetingId: string;
  readonly unitIds: readonly string[];
  readonly on: CalendarDate;
  /** The day on which it was recorded. */
  readonly at: CalendarDate;
  readonly corrections: readonly Correction[];
}

/** An action from its agreement: followed up, carried on, changed, handed over, ended, judged, corrected. */
export function tellAction(
  story: Story,
  { action: agreed, meetingId, unitIds, on, at, corrections }: AgreedAction,
): void {
  const { random } = story;
  const stream = `action-${agreed.actionId}`;
  // Without a follow-up date the import takes the due date.
  let content = { ...agreed, followUpOn: agreed.followUpOn ?? agreed.dueOn };
  let isOpen = true;
  let decidedOn = on;
  let now = story.tell(stream, at, ActionAgreed({ ...content, meetingId, unitIds, agreedOn: on } as never));
  const tell = (type: ActionEvent['type'], data: object) => void (now = story.tell(stream, now, { type, data }));
  const waiting = [...corrections];
  const correctUntil = (day: CalendarDate) => {
    while (waiting.length > 0 && waiting[0]!.on <= day) {
      const { before, after, on: correctedOn, version } = waiting.shift()!;
      const known = before.find(({ actionId }) => actionId === agreed.actionId);
      const next = after.find(({ actionId }) => actionId === agreed.actionId);
      if (!known) continue;
      now = correctedOn > now ? correctedOn : now;
      if (!next) {
        if (isOpen) tell('actions.ActionAbandoned', { on: correctedOn, reason: 'corrected', note: null });
        isOpen = false;
        continue;
      }
      const isDueTheSame = content.dueOn === known.dueOn;
      const corrected = { ...content, level: next.level, ...(isDueTheSame && { dueOn: next.dueOn }) };
      if (JSON.stringify(corrected) === JSON.stringify(content)) continue;
      content = corrected;
      tell('actions.ActionCorrected', { content, reason: 'feil', on: correctedOn, meetingId, version });
    }
  };
  const steps = random.between(0, 7);
  for (let i = 0; i < steps && isOpen; i += 1) {
    const next = addDays(now, random.between(1, 45));
    correctUntil(next);
    if (!isOpen) break;
    now = next > now ? next : now;
    const met = unitIds.flatMap((unitId) => story.heldDays.get(unitId) ?? []).filter((it) => it <= now);
    const earlier =
      random.chance(0.7) && met.length > 0 ? met.toSorted().at(-1)! : addDays(now, -random.between(0, 12));
    const inMeeting = random.chance(0.4) && earlier >= decidedOn;
    const day = inMeeting ? earlier : now;
    const by = { on: day, meetingId: inMeeting ? stableId('meeting', 'of the day') : null };
    const followUpOn = addDays(day, random.between(0, 60));
    const dueOn = addDays(content.dueOn > day ? content.dueOn : day, random.between(1, 60));
    const late = addDays(decidedOn, -random.between(0, 20));
    const followedUpLate = { ...by, on: late, outcome: 'on-track', note: null, nextFollowUpOn: null };
    switch (random.between(0, 8)) {
      case 0:
        tell('actions.FollowUpRecorded', { ...by, outcome: 'on-track', note: null, nextFollowUpOn: followUpOn });
        break;
      case 1:
        // A protocol that was filed after a later decision.
        if (late >= on) tell('actions.FollowUpRecorded', followedUpLate);
        continue;
      case 2:
      case 3:
        tell('actions.ActionCarriedOn', { ...by, from: content.dueOn, dueOn, followUpOn, reason: 'tid' });
        content = { ...content, dueOn, followUpOn };
        break;
      case 4:
        content = { ...content, dueOn, followUpOn, level: random.pick(['individual', 'group', 'system']) };
        tell('actions.ActionChanged', { ...by, content, reason: 'annet' });
        break;
      case 5: {
        const [to, toServiceId] = [random.pick(PEOPLE), random.pick([null, ...SERVICES])];
        const handover = { from: content.ownerId, to, toServiceId, on: now };
        tell('actions.HandoverOffered', { ...handover, reason: null });
        tell('actions.HandoverAccepted', handover);
        content = { ...content, ownerId: to as never, ownerServiceId: toServiceId as never };
        continue;
      }
      case 6:
        tell('actions.ActionAbandoned', { on: day, reason: 'not-relevant', note: null });
        isOpen = false;
        break;
      default: {
        tell('actions.ActionCompleted', { completedOn: day, note: null });
        isOpen = false;
        const judgements = random.between(0, 2);
        for (let judged = 0; judged < judgements; judged += 1) {
          now = addDays(now, random.between(0, 80));
          const effect = random.pick(['worked', 'partly', 'did-not', 'cannot-be-judged']);
          tell('actions.EffectJudged', { on: now, effect, note: null });
        }
        if (random.chance(0.3) && late >= on) tell('actions.FollowUpRecorded', followedUpLate);
      }
    }
    if (day > decidedOn) decidedOn = day;
  }
  correctUntil('9999-12-31' as CalendarDate);
}
