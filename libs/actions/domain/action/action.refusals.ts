import type { RefusalTexts } from '#platform/kernel';

/** Every rule of an action with its text for the user. */
export const actionRefusals = {
  ACTION_NOT_AGREED: {
    kind: 'not-found',
    nb: 'Tiltaket finnes ikke. Tiltak blir til når en protokoll leveres.',
    nn: 'Tiltaket finst ikkje. Tiltak blir til når ein protokoll blir levert.',
    en: 'There is no such action. Actions come into being when a protocol is filed.',
  },
  ACTION_OF_ANOTHER_MEETING: {
    kind: 'conflict',
    nb: 'Tiltaket begynte ikke: et tiltak fra et annet møte har samme nummer. Rett protokollen: ta tiltaket ut, og skriv det inn på nytt. Merk så avviket som sett.',
    nn: 'Tiltaket byrja ikkje: eit tiltak frå eit anna møte har same nummer. Rett protokollen: ta tiltaket ut, og skriv det inn på nytt. Merk så avviket som sett.',
    en: 'The action did not begin: an action of another meeting has the same number. Correct the protocol: take the action out and write it anew. Then mark the difference as seen.',
  },
  ACTION_ENDED: {
    kind: 'conflict',
    nb: 'Tiltaket er avsluttet og kan ikke endres. Avtal et nytt tiltak i neste møte om det trengs.',
    nn: 'Tiltaket er avslutta og kan ikkje endrast. Avtal eit nytt tiltak i neste møte om det trengst.',
    en: 'The action has ended and cannot be changed. Agree a new one in the next meeting if it is needed.',
  },
  DECIDED_BEFORE_AGREED: {
    kind: 'conflict',
    nb: 'Tiltaket ble avtalt etter møtet som dette gjelder. Ta det ut av «Siden sist» i protokollen.',
    nn: 'Tiltaket vart avtalt etter møtet som dette gjeld. Ta det ut av «Sidan sist» i protokollen.',
    en: 'The action was agreed after the meeting this is about. Take it out of “Since last time” in the protocol.',
  },
  DECIDED_SINCE_THE_MEETING: {
    kind: 'conflict',
    nb: 'Det er bestemt noe nytt om tiltaket etter møtet; det siste gjelder. Endre tiltaket selv om det trengs.',
    nn: 'Det er bestemt noko nytt om tiltaket etter møtet; det siste gjeld. Endre tiltaket sjølv om det trengst.',
    en: 'Something was decided about the action after the meeting, and the later decision stands. Change the action itself if needed.',
  },
  ACTION_NOT_COMPLETED: {
    kind: 'conflict',
    nb: 'Virkningen kan først vurderes når tiltaket er gjennomført. Meld det gjennomført først.',
    nn: 'Verknaden kan først vurderast når tiltaket er gjennomført. Meld det gjennomført først.',
    en: 'The effect can only be judged once the action is completed. Report it completed first.',
  },
  ONLY_OWNER_MAY_ACCEPT: {
    kind: 'conflict',
    nb: 'Bare den som er ansvarlig kan godta tiltaket. Be den ansvarlige gjøre det, eller tilby tiltaket til en annen.',
    nn: 'Berre den som er ansvarleg kan godta tiltaket. Be den ansvarlege gjere det, eller tilby tiltaket til ein annan.',
    en: 'Only the responsible person can accept the action. Ask them to, or offer the action to someone else.',
  },
  ONLY_OWNER_MAY_DECLINE: {
    kind: 'conflict',
    nb: 'Bare den som er ansvarlig, kan si nei til tiltaket. Tilby det til en annen, eller avbryt det.',
    nn: 'Berre den som er ansvarleg, kan seie nei til tiltaket. Tilby det til ein annan, eller avbryt det.',
    en: 'Only the responsible person can say no to the action. Offer it to someone else, or abandon it.',
  },
  ONLY_OWNER_MAY_ANSWER: {
    kind: 'conflict',
    nb: 'Bare den som er ansvarlig, kan svare med lenken. Logg inn i Samspill for å se tiltakene dine.',
    nn: 'Berre den som er ansvarleg, kan svare med lenkja. Logg inn i Samspill for å sjå tiltaka dine.',
    en: 'Only the responsible person can answer by the link. Sign in to Samspill to see your actions.',
  },
  ANSWER_LINK_USED: {
    kind: 'conflict',
    nb: 'Lenken er brukt, og svaret er notert. Logg inn i Samspill for å si mer.',
    nn: 'Lenkja er brukt, og svaret er notert. Logg inn i Samspill for å seie meir.',
    en: 'The link was used, and the answer is noted. Sign in to Samspill to say more.',
  },
  ANSWER_LINK_EXPIRED: {
    kind: 'conflict',
    nb: 'Lenken er for gammel. Logg inn i Samspill for å svare.',
    nn: 'Lenkja er for gammal. Logg inn i Samspill for å svare.',
    en: 'The link is too old. Sign in to Samspill to answer.',
  },
  DUE_DATE_MOVED_SINCE_TOLD: {
    kind: 'conflict',
    nb: 'Fristen er endret etter at e-posten ble sendt. Logg inn i Samspill for å svare.',
    nn: 'Fristen er endra etter at e-posten vart send. Logg inn i Samspill for å svare.',
    en: 'The due date has changed since the mail was sent. Sign in to Samspill to answer.',
  },
  FOLLOW_UP_MOVED_SINCE_TOLD: {
    kind: 'conflict',
    nb: 'Tiltaket er fulgt opp, eller oppfølgingen har fått en annen dag, etter at e-posten ble sendt. Logg inn i Samspill for å svare.',
    nn: 'Tiltaket er følgt opp, eller oppfølginga har fått ein annan dag, etter at e-posten vart send. Logg inn i Samspill for å svare.',
    en: 'The action was followed up, or its follow-up has another day, since the mail was sent. Sign in to Samspill to answer.',
  },
  ACTION_ALREADY_ACCEPTED: {
    kind: 'conflict',
    nb: 'Tiltaket er godtatt eller påbegynt. Overfør det til en annen, eller avbryt det.',
    nn: 'Tiltaket er godteke eller påbyrja. Overfør det til ein annan, eller avbryt det.',
    en: 'The action is accepted or started. Hand it over to someone else, or abandon it.',
  },
  DUE_DATE_NOT_LATER: {
    kind: 'invalid',
    nb: 'Den nye fristen må være senere enn både i dag og fristen som gjaldt. Velg en senere dag.',
    nn: 'Den nye fristen må vere seinare enn både i dag og fristen som galdt. Vel ein seinare dag.',
    en: 'The new due date must be later than both today and the one before. Choose a later day.',
  },
  DUE_DATE_BEFORE_TODAY: {
    kind: 'invalid',
    nb: 'Fristen kan ikke settes til en dag som har vært. Velg i dag eller senere.',
    nn: 'Fristen kan ikkje setjast til ein dag som har vore. Vel i dag eller seinare.',
    en: 'The due date cannot be set to a day that has passed. Choose today or later.',
  },
  FOLLOW_UP_BEFORE_TODAY: {
    kind: 'invalid',
    nb: 'Oppfølgingen kan ikke settes til en dag som har vært. Velg i dag eller senere.',
    nn: 'Oppfølginga kan ikkje setjast til ein dag som har vore. Vel i dag eller seinare.',
    en: 'The follow-up cannot be set to a day that has passed. Choose today or later.',
  },
  FOLLOW_UP_DAY_NEEDED: {
    kind: 'invalid',
    nb: 'Tiltaket fortsetter, og må ha en dag for neste oppfølging. Velg dagen.',
    nn: 'Tiltaket held fram, og må ha ein dag for neste oppfølging. Vel dagen.',
    en: 'The action goes on and needs a day for its next follow-up. Choose one.',
  },
  OWNER_CHANGES_BY_HANDOVER: {
    kind: 'invalid',
    nb: 'Ansvaret kan ikke flyttes ved å endre tiltaket. Tilby det til den nye ansvarlige, som må si ja.',
    nn: 'Ansvaret kan ikkje flyttast ved å endre tiltaket. Tilby det til den nye ansvarlege, som må seie ja.',
    en: 'Responsibility cannot be moved by changing the action. Offer it to the new person, who must accept.',
  },
  HANDOVER_TO_SELF: {
    kind: 'invalid',
    nb: 'Denne personen har allerede ansvaret. Velg en annen å overføre til.',
    nn: 'Denne personen har alt ansvaret. Vel ein annan å overføre til.',
    en: 'This person is already responsible. Choose someone else to hand over to.',
  },
  RECEIVER_NOT_ACTIVE: {
    kind: 'invalid',
    nb: 'Personen har ingen rolle i dag som kan ha ansvar for tiltak. Tiltaket må tilbys en som er i arbeid her nå.',
    nn: 'Personen har inga rolle i dag som kan ha ansvar for tiltak. Tiltaket må tilbydast ein som er i arbeid her no.',
    en: 'This person holds no role today that can carry actions. Offer it to someone who works here now.',
  },
  RECEIVER_NOT_OF_SERVICE: {
    kind: 'invalid',
    nb: 'Personen har ingen rolle i denne tjenesten i dag. Tiltaket må tilbys på nytt, til en i tjenesten eller uten tjeneste.',
    nn: 'Personen har inga rolle i denne tenesta i dag. Tiltaket må tilbydast på nytt, til ein i tenesta eller utan teneste.',
    en: 'The person holds no role in this service today. Offer the action anew, to someone in the service or without a service.',
  },
  NO_HANDOVER_OFFERED: {
    kind: 'conflict',
    nb: 'Tiltaket er ikke tilbudt noen, eller tilbudet er besvart. Last inn tiltaket på nytt.',
    nn: 'Tiltaket er ikkje tilbode nokon, eller tilbodet er svart på. Last inn tiltaket på nytt.',
    en: 'The action is not offered to anyone, or the offer has been answered. Load the action again.',
  },
  ONLY_RECEIVER_MAY_ANSWER: {
    kind: 'conflict',
    nb: 'Bare den tiltaket er tilbudt, kan svare på tilbudet. Be vedkommende svare, eller tilby tiltaket til en annen.',
    nn: 'Berre den tiltaket er tilbode, kan svare på tilbodet. Be vedkomande svare, eller tilby tiltaket til ein annan.',
    en: 'Only the person the action is offered to can answer the offer. Ask them to, or offer the action to someone else.',
  },
  TEXT_HOLDS_NATIONAL_NUMBER: {
    kind: 'invalid',
    nb: 'Teksten inneholder et tall på elleve siffer, som kan være et fødselsnummer. Ta det bort og skriv uten å nevne barn.',
    nn: 'Teksten inneheld eit tal på elleve siffer, som kan vere eit fødselsnummer. Ta det bort og skriv utan å nemne barn.',
    en: 'The text holds a number of eleven digits, which may be a national identity number. Remove it, and write without naming a child.',
  },
  CORRECTION_OVERTAKEN: {
    kind: 'conflict',
    nb: 'Rettelsen gjelder noe i tiltaket som er bestemt på nytt etterpå; det siste gjelder. Endre tiltaket selv om det trengs.',
    nn: 'Rettinga gjeld noko i tiltaket som er bestemt på nytt etterpå; det siste gjeld. Endre tiltaket sjølv om det trengst.',
    en: 'The correction concerns something in the action that was decided anew later, and the later decision stands. Change the action itself if needed.',
  },
} as const satisfies RefusalTexts;

export type ActionRule = keyof typeof actionRefusals;
