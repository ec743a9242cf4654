import type { RefusalTexts } from '#platform/kernel';
import type { PreferencesRule } from './preferences.decider.js';

export const preferencesRefusals: RefusalTexts<PreferencesRule> = {
  DIGEST_MANDATORY: {
    kind: 'invalid',
    nb: 'Ukesoppsummeringen hører til rollen din og kan ikke slås av. Du kan velge språk, ukedag og stille timer.',
    nn: 'Vekeoppsummeringa høyrer til rolla di og kan ikkje slåast av. Du kan velje språk, vekedag og stille timar.',
    en: 'The weekly digest belongs to your role and cannot be turned off. You can choose language, weekday and quiet hours.',
  },
};
