import type { RefusalTexts } from '#platform/kernel';

export type DraftRule =
  | 'DRAFT_CONFLICT'
  | 'DRAFT_CHANGED'
  | 'DRAFT_SAVED_MEANWHILE'
  | 'DRAFT_NOT_SAVED'
  | 'DRAFT_WITHOUT_REVISION'
  | 'DRAFT_LIST_TOO_LONG';

export const draftRefusals: RefusalTexts<DraftRule> = {
  DRAFT_CONFLICT: {
    kind: 'conflict',
    nb: 'En annen har skrevet noe annet i samme felt. Begge tekstene vises; velg hvilken som skal stå. Ingenting er tapt.',
    nn: 'Ein annan har skrive noko anna i same felt. Begge tekstane blir viste; vel kva for ein som skal stå. Ingenting er tapt.',
    en: 'Someone else has written something different in the same field. Both texts are shown; choose which one stands. Nothing is lost.',
  },
  DRAFT_CHANGED: {
    kind: 'stale',
    nb: 'Utkastet er endret siden du leste det. Se over det som er nytt, og lever igjen.',
    nn: 'Utkastet er endra sidan du las det. Sjå over det som er nytt, og lever igjen.',
    en: 'The draft has changed since you read it. Look over what is new and file it again.',
  },
  DRAFT_SAVED_MEANWHILE: {
    kind: 'stale',
    nb: 'Det er lagret et utkast til denne protokollen, og det som står der ville gått tapt. Les utkastet, ta med det som skal med, og lever igjen.',
    nn: 'Det er lagra eit utkast til denne protokollen, og det som står der ville gått tapt. Les utkastet, ta med det som skal med, og lever igjen.',
    en: 'A draft of this protocol has been saved, and what it holds would be lost. Read the draft, take in what should be kept, and file again with its draftRevision.',
  },
  DRAFT_NOT_SAVED: {
    kind: 'conflict',
    nb: 'Det er ikke lagret noe utkast for møtet. Lagre utkastet først, eller send hele protokollen.',
    nn: 'Det er ikkje lagra noko utkast for møtet. Lagre utkastet først, eller send heile protokollen.',
    en: 'No draft of this meeting is saved. Save the draft first, or send the whole protocol.',
  },
  DRAFT_LIST_TOO_LONG: {
    kind: 'invalid',
    nb: 'Sammen med det andre har skrevet, blir denne listen for lang, og det du skrev sist er ikke lagret. Ta bort noe du la til.',
    nn: 'Saman med det andre har skrive, blir denne lista for lang, og det du skreiv sist er ikkje lagra. Ta bort noko du la til.',
    en: 'Together with what others have written this list gets too long, and what you wrote last is not saved. Remove some of what you added.',
  },
  DRAFT_WITHOUT_REVISION: {
    kind: 'invalid',
    nb: 'Lagringen sier ikke hvilken utgave av utkastet den bygger på. Les utkastet på nytt og lagre igjen.',
    nn: 'Lagringa seier ikkje kva utgåve av utkastet ho byggjer på. Les utkastet på nytt og lagre igjen.',
    en: 'What was sent does not say which revision of the draft it builds on (If-Match). Read the draft again and save once more.',
  },
};
