import { LONGEST } from './draft-limits.js';

/** The fields of a draft that hold free text, in the form that the server and the page share. */
interface FreeTexts {
  readonly place: string | null;
  readonly earlierActions: readonly {
    readonly actionId: string;
    readonly text: string | null;
    readonly reason: string | null;
    readonly note: string | null;
  }[];
  readonly matters: readonly (
    | { readonly kind: 'system'; readonly matterId: string; readonly heading: string | null }
    | { readonly kind: 'anonymous'; readonly matterId: string }
  )[];
  readonly actions: readonly {
    readonly actionId: string;
    readonly text: string | null;
    readonly wantedEffect: string | null;
  }[];
}

/** A free text with its path and the most characters that it may have. */
type FreeText = readonly [at: string, text: string | null, longest: number];
/** The part of a path that names a row: the server uses the number, the page the id. */
type RowName = (id: string, number: number) => string;

/** Every free text of a draft: the rules about texts hold for these fields and no others. */
export function textsOf(draft: FreeTexts, rowName: RowName = (_, number) => String(number)): readonly FreeText[] {
  return [
    ['place', draft.place, LONGEST.place],
    ...draft.earlierActions.flatMap(({ actionId, text, reason, note }, i): FreeText[] => {
      const at = `earlierActions.${rowName(actionId, i)}`;
      return [
        [`${at}.text`, text, LONGEST.any],
        [`${at}.reason`, reason, LONGEST.any],
        [`${at}.note`, note, LONGEST.any],
      ];
    }),
    ...draft.matters.flatMap((matter, i): FreeText[] =>
      matter.kind === 'system'
        ? [[`matters.${rowName(matter.matterId, i)}.heading`, matter.heading, LONGEST.heading]]
        : [],
    ),
    ...draft.actions.flatMap(({ actionId, text, wantedEffect }, i): FreeText[] => {
      const at = `actions.${rowName(actionId, i)}`;
      return [
        [`${at}.text`, text, LONGEST.any],
        [`${at}.wantedEffect`, wantedEffect, LONGEST.any],
      ];
    }),
  ];
}
