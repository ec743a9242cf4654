import type { RefusalTexts } from '#platform/kernel';

/** Texts for an import that bad lines stopped; the lines are listed with it, each with its own sentence. */
export const importRefusals: RefusalTexts<
  'FILE_HAS_BAD_LINES' | 'FILE_HAS_QUESTIONS' | 'IMPORT_PREVIEW_OUTDATED' | 'IMPORTS_BUSY'
> = {
  FILE_HAS_BAD_LINES: {
    kind: 'invalid',
    nb: 'Ingenting er importert, fordi fila har linjer med feil. Rett linjene som er nevnt, og importer på nytt, eller velg å hoppe over dem (skipBad).',
    nn: 'Ingenting er importert, fordi fila har linjer med feil. Rett linjene som er nemnde, og importer på nytt, eller vel å hoppe over dei (skipBad).',
    en: 'Nothing was imported, because the file has lines with errors. Correct the lines that are named and import again, or choose to pass over them (skipBad).',
  },
  FILE_HAS_QUESTIONS: {
    kind: 'invalid',
    nb: 'Ingenting er importert, fordi det ikke er sikkert hvem noen av linjene gjelder. Svar på spørsmålene som er nevnt, og importer på nytt, eller velg å hoppe over linjene (skipBad).',
    nn: 'Ingenting er importert, fordi det ikkje er sikkert kven nokre av linjene gjeld. Svar på spørsmåla som er nemnde, og importer på nytt, eller vel å hoppe over linjene (skipBad).',
    en: 'Nothing was imported, because it is not certain whom some of the lines are about. Answer the questions that are named and import again, or choose to pass over the lines (skipBad).',
  },
  IMPORT_PREVIEW_OUTDATED: {
    kind: 'conflict',
    nb: 'Ingenting er importert, fordi fila eller registeret er endret siden du så hva som ville skje. Se på forhåndsvisningen på nytt, og godta den.',
    nn: 'Ingenting er importert, fordi fila eller registeret er endra sidan du såg kva som ville skje. Sjå på førehandsvisinga på nytt, og godta henne.',
    en: 'Nothing was imported, because the file or the registry has changed since you saw what would be done. Look at the preview again, and accept it.',
  },
  IMPORTS_BUSY: {
    kind: 'conflict',
    nb: 'Flere filer blir lest akkurat nå. Vent litt, og velg fila på nytt.',
    nn: 'Fleire filer blir lesne akkurat no. Vent litt, og vel fila på nytt.',
    en: 'Several files are being read just now. Wait a little, and choose the file again.',
  },
};
