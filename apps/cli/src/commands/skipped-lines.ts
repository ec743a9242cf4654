import type { UnitImportReport } from '#registry';

type LeftOut = UnitImportReport['leftOut'][number];

const WHY: Readonly<Record<LeftOut['reason'], string>> = {
  OTHER_MUNICIPALITY: 'of another municipality',
  NOT_ACTIVE: 'no longer active by the file',
  OTHER_KIND_OF_UNIT: 'neither school nor kindergarten',
  IN_EARLIER_FILE: 'in an earlier file already',
  REGISTERED_AS_OTHER_KIND: 'registered as the other kind of unit already',
  NOT_CHOSEN: 'not chosen',
};
const SHOWN = 3;

/** One line for each reason why valid lines were skipped, with the first of these lines. */
export function leftOutLines(leftOut: readonly LeftOut[]): readonly string[] {
  return [...new Set(leftOut.map(({ reason }) => reason))].map((reason) => {
    const lines = leftOut.filter((line) => line.reason === reason);
    const places = lines.slice(0, SHOWN).map(({ file, line }) => `${file}:${line}`);
    return `Left out, ${WHY[reason]}: ${lines.length} (${places.join(', ')}${lines.length > SHOWN ? ', …' : ''})`;
  });
}
