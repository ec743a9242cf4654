import type { Answer } from '../../api/reads.js';

type Proposal = Answer<'/api/standing-participants/proposal'>;
export type Table = Proposal['units'][number];
export type Participant = Table['participants'][number];
export type Reason = Table['lacking'][number];

/** A list that the coordinator has changed; the proposal it began with is named by the unit's revision. */
export interface Edit {
  readonly revision: string;
  readonly participants: readonly Participant[];
}
/** Units that the coordinator has changed or left out, by unit. */
export interface Answers {
  readonly edits: ReadonlyMap<string, Edit>;
  readonly leftOut: ReadonlySet<string>;
}
/** A unit's list as it is shown and would be accepted. */
export interface ShownTable extends Table {
  readonly isEdited: boolean;
  readonly isAccepted: boolean;
}

/** The units that have no standing participants, with the coordinator's own changes in place of the proposal. */
export const shownTables = (tables: readonly Table[], { edits, leftOut }: Answers): readonly ShownTable[] =>
  tables
    .filter(({ isSet }) => !isSet)
    .map((table) => {
      const edit = edits.get(table.unitId);
      const shown = { ...table, ...edit };
      return {
        ...shown,
        isEdited: edit !== undefined,
        isAccepted: !leftOut.has(table.unitId) && shown.participants.length > 0,
      };
    });
