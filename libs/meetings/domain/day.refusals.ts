import type { RefusalTexts } from '#platform/kernel';

/** Refusals of a wanted day, shared by the school year and a single meeting. */
export const dayRefusals: RefusalTexts<
  'UNIT_NOT_OPEN_THAT_DAY' | 'UNIT_MEETS_ALREADY' | 'DAY_OUTSIDE_SCHOOL_YEAR' | 'DAY_NOT_A_WORKING_DAY'
> = {
  UNIT_NOT_OPEN_THAT_DAY: {
    kind: 'invalid',
    nb: 'En enhet er ikke i drift den dagen. Velg en dag da den er åpen, eller ta bort enheten.',
    nn: 'Ei eining er ikkje i drift den dagen. Vel ein dag då ho er open, eller ta bort eininga.',
    en: 'A unit is not open that day. Choose a day on which it is, or remove the unit.',
  },
  UNIT_MEETS_ALREADY: {
    kind: 'conflict',
    nb: 'Enheten har et annet møte på omtrent samme tid den dagen. Velg en annen dag eller et annet klokkeslett.',
    nn: 'Eininga har eit anna møte om lag på same tid den dagen. Vel ein annan dag eller eit anna klokkeslett.',
    en: 'The unit has another meeting at about that hour on that day. Choose another day or another hour.',
  },
  DAY_OUTSIDE_SCHOOL_YEAR: {
    kind: 'invalid',
    nb: 'Dagen ligger utenfor skoleåret møtet hører til, fra 1. august til 31. juli. Velg en dag i skoleåret.',
    nn: 'Dagen ligg utanfor skuleåret møtet høyrer til, frå 1. august til 31. juli. Vel ein dag i skuleåret.',
    en: 'The day is outside the school year of the meeting, from 1 August to 31 July. Choose a day within it.',
  },
  DAY_NOT_A_WORKING_DAY: {
    kind: 'invalid',
    nb: 'Dagen er fridag: helg, helligdag eller stengt etter skoleruta. Velg en virkedag, eller bekreft at dere møtes likevel.',
    nn: 'Dagen er fridag: helg, heilagdag eller stengt etter skuleruta. Vel ein virkedag, eller stadfest at de møtest likevel.',
    en: 'The day is free: a weekend, a public holiday or closed by the school calendar. Choose a working day, or confirm that you meet all the same.',
  },
};
