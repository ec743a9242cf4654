import { never, withoutTrailing, type CalendarDate } from '#platform/kernel';
import type { Language } from '#platform/identity';
import type { ActionEvent } from '../../contract/index.js';
import { ABANDON_REASONS, EFFECTS, inWords, OUTCOMES } from './action-timeline.words.js';

/** Name of a person in a sentence: from the registry, or «unknown». */
export type NameOf = (personId: string) => string;

/** The event as a sentence without its actor. */
export function sentence(event: ActionEvent, nameOf: NameOf, language: Language): string {
  const on = (day: CalendarDate) => inWords(day, language);
  const say = (nb: string, nn: string, en: string) => ({ nb, nn, en })[language];
  switch (event.type) {
    case 'actions.ActionAgreed': {
      const { ownerId, dueOn, followUpOn } = event.data;
      const text = unstopped(event.data.text);
      const [who, due, follow] = [nameOf(ownerId), on(dueOn), on(followUpOn)];
      return say(
        `Avtalt: ${text}. Ansvarlig: ${who}. Frist ${due}, oppfølging ${follow}.`,
        `Avtalt: ${text}. Ansvarleg: ${who}. Frist ${due}, oppfølging ${follow}.`,
        `Agreed: ${text}. Responsible: ${who}. Due ${due}, follow-up ${follow}.`,
      );
    }
    case 'actions.ActionAccepted':
      return say('Godtatt av den ansvarlige.', 'Godteke av den ansvarlege.', 'Accepted by the responsible person.');
    case 'actions.ActionDeclined': {
      const by = nameOf(event.data.by);
      return say(
        `${by} sa nei, og har ansvaret til en annen har sagt ja.`,
        `${by} sa nei, og har ansvaret til ein annan har sagt ja.`,
        `${by} said no, and is responsible until another has accepted.`,
      );
    }
    case 'actions.ActionStarted':
      return say('Påbegynt.', 'Påbyrja.', 'Started.');
    case 'actions.ProgressNoted':
      return say('Fremdrift notert.', 'Framdrift notert.', 'Progress noted.');
    case 'actions.OwnerAnswered':
      return event.data.answer === 'more-time'
        ? say(
            'Ba om mer tid, med lenken i e-posten.',
            'Bad om meir tid, med lenkja i e-posten.',
            'Asked for more time, by the link in the mail.',
          )
        : say(
            'Svarte at arbeidet er i gang, med lenken i e-posten.',
            'Svara at arbeidet er i gang, med lenkja i e-posten.',
            'Answered that work is under way, by the link in the mail.',
          );
    case 'actions.FollowUpRecorded': {
      const { outcome, nextFollowUpOn } = event.data;
      const word = OUTCOMES[outcome][language];
      if (nextFollowUpOn === null) return say(`Fulgt opp: ${word}.`, `Følgt opp: ${word}.`, `Followed up: ${word}.`);
      const next = on(nextFollowUpOn);
      return say(
        `Fulgt opp: ${word}. Neste oppfølging ${next}.`,
        `Følgt opp: ${word}. Neste oppfølging ${next}.`,
        `Followed up: ${word}. Next follow-up ${next}.`,
      );
    }
    case 'actions.ActionCompleted':
      return say('Gjennomført.', 'Gjennomført.', 'Completed.');
    case 'actions.EffectJudged': {
      const word = EFFECTS[event.data.effect][language];
      return say(`Avsluttet. Virkning: ${word}.`, `Avslutta. Verknad: ${word}.`, `Closed. Effect: ${word}.`);
    }
    case 'actions.ActionCarriedOn': {
      const [from, due, follow] = [on(event.data.from), on(event.data.dueOn), on(event.data.followUpOn)];
      return say(
        `Videreført fra ${from} til ny frist ${due}, oppfølging ${follow}.`,
        `Ført vidare frå ${from} til ny frist ${due}, oppfølging ${follow}.`,
        `Carried on from ${from} to a new due date ${due}, follow-up ${follow}.`,
      );
    }
    case 'actions.ActionChanged': {
      const { dueOn, followUpOn } = event.data.content;
      const text = unstopped(event.data.content.text);
      const [due, follow] = [on(dueOn), on(followUpOn)];
      return say(
        `Endret. Nå: ${text}. Frist ${due}, oppfølging ${follow}.`,
        `Endra. No: ${text}. Frist ${due}, oppfølging ${follow}.`,
        `Changed. Now: ${text}. Due ${due}, follow-up ${follow}.`,
      );
    }
    case 'actions.ActionCorrected': {
      const { ownerId, dueOn } = event.data.content;
      const text = unstopped(event.data.content.text);
      const [who, due] = [nameOf(ownerId), on(dueOn)];
      return say(
        `Protokollen er rettet. Nå: ${text}. Ansvarlig: ${who}. Frist ${due}.`,
        `Protokollen er retta. No: ${text}. Ansvarleg: ${who}. Frist ${due}.`,
        `The protocol was corrected. Now: ${text}. Responsible: ${who}. Due ${due}.`,
      );
    }
    case 'actions.HandoverOffered': {
      const [from, to] = [nameOf(event.data.from), nameOf(event.data.to)];
      return say(
        `Tilbudt ${to}. ${from} har ansvaret til ${to} har sagt ja.`,
        `Tilbode ${to}. ${from} har ansvaret til ${to} har sagt ja.`,
        `Offered to ${to}. ${from} is responsible until ${to} has accepted.`,
      );
    }
    case 'actions.HandoverAccepted': {
      const [from, to] = [nameOf(event.data.from), nameOf(event.data.to)];
      return say(
        `Overført fra ${from} til ${to}.`,
        `Overført frå ${from} til ${to}.`,
        `Handed over from ${from} to ${to}.`,
      );
    }
    case 'actions.HandoverDeclined': {
      const to = nameOf(event.data.to);
      return say(`${to} sa nei til å overta.`, `${to} sa nei til å ta over.`, `${to} declined to take over.`);
    }
    case 'actions.ActionAbandoned': {
      const why = ABANDON_REASONS[event.data.reason][language];
      return say(`Avbrutt: ${why}.`, `Avbrote: ${why}.`, `Abandoned: ${why}.`);
    }
    default:
      return never(event);
  }
}

/** The text without a final full stop, since the surrounding sentence has its own. */
const unstopped = (text: string) => withoutTrailing(text, '. \n\t\u00a0');

/** Everyone whom a sentence may name. */
export function peopleIn(event: ActionEvent): readonly string[] {
  switch (event.type) {
    case 'actions.ActionAgreed':
      return [event.data.ownerId];
    case 'actions.ActionCorrected':
      return [event.data.content.ownerId];
    case 'actions.HandoverOffered':
    case 'actions.HandoverAccepted':
      return [event.data.from, event.data.to];
    case 'actions.HandoverDeclined':
      return [event.data.to];
    case 'actions.ActionDeclined':
      return [event.data.by];
    default:
      return [];
  }
}

/** The free text of the event; the coded reason of an abandonment is part of its sentence. */
export function noteOf({ data }: ActionEvent): string | null {
  if ('note' in data) return data.note;
  return 'reason' in data ? data.reason : null;
}
