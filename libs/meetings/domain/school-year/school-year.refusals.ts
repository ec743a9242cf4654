import type { RefusalTexts } from '#platform/kernel';
import { dayRefusals } from '../day.refusals.js';
import { NATIONAL_NUMBER_IN_TEXT } from '../national-number.refusals.js';
import type { SchoolYearRule } from './school-year.decider.js';

export const schoolYearRefusals: RefusalTexts<SchoolYearRule> = {
  ...dayRefusals,
  MEETS_AT_ANOTHER_TABLE: {
    kind: 'conflict',
    nb: 'Enheten møter ved en annen enhets bord. Legg møteplanen hos enheten som er vertskap; møtene teller for begge.',
    nn: 'Eininga møter ved bordet til ei anna eining. Legg møteplanen hos eininga som er vertskap; møta tel for begge.',
    en: 'The unit meets at another unit’s table. Plan the year at the hosting unit; its meetings count for both.',
  },
  NO_MONTH_TO_PLAN: {
    kind: 'conflict',
    nb: 'Enheten har ingen måned den må møte i dette skoleåret. Oppgi hvilke måneder som skal planlegges, om den vil møte likevel.',
    nn: 'Eininga har ingen månad ho må møte i dette skuleåret. Oppgje kva månader som skal planleggjast, om ho vil møte likevel.',
    en: 'The unit has no month in which it must meet this school year. State the months to plan, if it is to meet all the same.',
  },
  DAY_IN_OTHER_MONTH: {
    kind: 'invalid',
    nb: 'Dagen ligger i en annen måned enn møtet er planlagt for. Velg en dag i måneden, eller endre måneden.',
    nn: 'Dagen ligg i ein annan månad enn møtet er planlagt for. Vel ein dag i månaden, eller endre månaden.',
    en: 'The day is in another month than the meeting is planned for. Choose a day in the month, or change the month.',
  },
  MONTH_NAMED_TWICE: {
    kind: 'invalid',
    nb: 'Måneden står to ganger i planen. Ta bort den ene.',
    nn: 'Månaden står to gonger i planen. Ta bort den eine.',
    en: 'The month stands twice in the plan. Remove one of them.',
  },
  MONTH_ALREADY_PLANNED: {
    kind: 'conflict',
    nb: 'Måneden er allerede planlagt. Flytt møtet som står der, eller avlys det først hvis dere vil planlegge et nytt.',
    nn: 'Månaden er allereie planlagd. Flytt møtet som står der, eller avlys det først om de vil planleggje eit nytt.',
    en: 'The month is already planned. Move the meeting that stands there, or cancel it first if you want to plan another.',
  },
  YEAR_PLANNED_OTHERWISE: {
    kind: 'conflict',
    nb: 'Alle månedene er allerede planlagt, på andre dager eller klokkeslett. Ingenting er endret. Flytt møtene som står der, om dagene skal være andre.',
    nn: 'Alle månadene er allereie planlagde, på andre dagar eller klokkeslett. Ingenting er endra. Flytt møta som står der, om dagane skal vere andre.',
    en: 'Every month is already planned, on other days or at other hours. Nothing is changed. Move the meetings that stand there if the days are to be others.',
  },
  MONTH_EXEMPT: {
    kind: 'conflict',
    nb: 'Enheten har fritak denne måneden. Be koordinator trekke fritaket først hvis dere vil møtes.',
    nn: 'Eininga har fritak denne månaden. Be koordinator trekkje fritaket først om de vil møtast.',
    en: 'The unit is exempt this month. Ask the coordinator to withdraw the exemption first if you want to meet.',
  },
  MONTH_ALREADY_EXEMPT: {
    kind: 'conflict',
    nb: 'Måneden har allerede fritak med en annen grunn. Trekk fritaket først hvis grunnen skal endres.',
    nn: 'Månaden har allereie fritak med ein annan grunn. Trekk fritaket først om grunnen skal endrast.',
    en: 'The month is already exempt for another reason. Withdraw the exemption first if the reason must change.',
  },
  MONTH_NOT_EXEMPT: {
    kind: 'conflict',
    nb: 'Måneden har ikke fritak, så det er ikke noe å trekke tilbake.',
    nn: 'Månaden har ikkje fritak, så det er ikkje noko å trekkje tilbake.',
    en: 'The month is not exempt, so there is nothing to withdraw.',
  },
  MONTH_OUTSIDE_SCHOOL_YEAR: {
    kind: 'invalid',
    nb: 'Måneden hører ikke til skoleåret. Velg en måned fra august til juli i skoleåret.',
    nn: 'Månaden høyrer ikkje til skuleåret. Vel ein månad frå august til juli i skuleåret.',
    en: 'The month does not belong to the school year. Choose a month from August to July of it.',
  },
  NATIONAL_NUMBER_IN_TEXT,
};
