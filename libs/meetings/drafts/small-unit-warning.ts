import type { Language } from '#platform/identity';
import type { Settings, UnitDto } from '#registry/contract';
import type { ProtocolDraft } from '../domain/draft/protocol-draft.js';

/** Advice to the writer; never prevents filing. */
export interface DraftWarning {
  readonly warning: 'ANONYMOUS_MATTER_IN_SMALL_UNIT';
  readonly at: string;
  readonly detail: string;
}

const TEXT: Readonly<Record<Language, string>> = {
  nb: 'Enheten har få barn, så også en anonym sak kan peke på ett av dem. Vurder om saken kan tas som systemsak.',
  nn: 'Eininga har få barn, så òg ei anonym sak kan peike på eitt av dei. Vurder om saka kan takast som systemsak.',
  en: 'The unit has few children, so that even an anonymous matter may point to one of them. Consider taking it as a system matter.',
};

/** Warns of anonymous matters in a unit that is too small for anonymity (workflow § 3.2). */
export function smallUnitWarnings(
  { matters }: ProtocolDraft,
  units: readonly Pick<UnitDto, 'children'>[],
  { smallUnitBelow }: Settings,
  language: Language,
): readonly DraftWarning[] {
  const isSmall = units.some(({ children }) => children !== null && children < smallUnitBelow);
  return matters.flatMap((matter, i) =>
    isSmall && matter.kind === 'anonymous'
      ? [{ warning: 'ANONYMOUS_MATTER_IN_SMALL_UNIT', at: `matters.${i}`, detail: TEXT[language] }]
      : [],
  );
}
