import type { Language } from '#platform/identity';
import { knownRoles } from '../import-people/role-words.js';
import type { UnreadableRowRule, UnreadableRule } from './files/table.js';

/** Reason why a line cannot be imported. */
export type BadLineRule =
  | 'ORGANISATION_NUMBER_MISSING'
  | 'ORGANISATION_NUMBER_WRONG'
  | 'ORGANISATION_NUMBER_TWICE'
  | 'NAME_MISSING'
  | 'KIND_UNREADABLE'
  | 'OWNERSHIP_UNREADABLE'
  | 'NUMBER_UNREADABLE'
  | 'MUNICIPALITY_NUMBER_WRONG'
  | 'MUNICIPALITY_NOT_REGISTERED'
  | 'MUNICIPALITY_TWICE'
  | 'LANGUAGE_FORM_UNREADABLE'
  | 'EMAIL_WRONG'
  | 'PHONE_WRONG'
  | 'ROLE_UNREADABLE'
  | 'ROLE_PLACE_WRONG'
  | 'UNIT_UNKNOWN'
  | 'SERVICE_UNKNOWN'
  | 'SERVICE_IS_CLOSED'
  | 'SERVICE_UNIT_IS_CLOSED'
  | 'DATE_WRONG'
  | 'SERVICE_KIND_UNREADABLE'
  | 'PERSON_UNKNOWN'
  | 'NATIONAL_NUMBER'
  | 'SAID_TWICE'
  | 'ROLE_OVERLAPS'
  | 'ROLE_IS_OVER'
  | 'PERSON_UNCERTAIN'
  | 'REFUSED_BY_RULE'
  | 'REFUSED';

/** A line that cannot be imported. It never quotes the line, so that a file's content stays out of reports and logs. */
export interface BadLine {
  readonly file: string;
  /** Undefined when the fault concerns the whole file. */
  readonly line?: number;
  readonly rule: BadLineRule | UnreadableRowRule | UnreadableRule;
}

type Texts = { readonly [L in Language]: string };
const TEXTS: { readonly [R in BadLine['rule']]: Texts } = {
  FILE_EMPTY: { nb: 'Fila har ingen linjer.', nn: 'Fila har ingen linjer.', en: 'The file has no lines.' },
  FILE_TOO_LARGE: {
    nb: 'Fila er større enn 20 MB. Del den opp.',
    nn: 'Fila er større enn 20 MB. Del henne opp.',
    en: 'The file is larger than 20 MB. Split it.',
  },
  FILE_TOO_MANY_ROWS: {
    nb: 'Fila har flere enn 50 000 linjer. Del den opp.',
    nn: 'Fila har fleire enn 50 000 linjer. Del henne opp.',
    en: 'The file has more than 50,000 lines. Split it.',
  },
  FILE_TOO_MANY_COLUMNS: {
    nb: 'Fila har flere enn 200 kolonner. Ta bort dem som ikke trengs.',
    nn: 'Fila har fleire enn 200 kolonnar. Ta bort dei som ikkje trengst.',
    en: 'The file has more than 200 columns. Remove those that are not needed.',
  },
  FILE_NOT_TEXT: {
    nb: 'Fila er verken CSV, XLSX eller JSON. Lagre den som XLSX, eller som CSV i UTF-8.',
    nn: 'Fila er verken CSV, XLSX eller JSON. Lagre henne som XLSX, eller som CSV i UTF-8.',
    en: 'The file is neither CSV, XLSX nor JSON. Save it as XLSX, or as CSV in UTF-8.',
  },
  CHARACTER_FORBIDDEN: {
    nb: 'Linja har et tegn som ikke kan leses. Skriv teksten på nytt, eller lagre fila på nytt som CSV i UTF-8.',
    nn: 'Linja har eit teikn som ikkje kan lesast. Skriv teksten på nytt, eller lagre fila på nytt som CSV i UTF-8.',
    en: 'The line has a character that cannot be read. Write the text again, or save the file again as CSV in UTF-8.',
  },
  VALUE_OF_WRONG_TYPE: {
    nb: 'Linja har en liste eller et objekt der det skal stå en tekst eller et tall.',
    nn: 'Linja har ei liste eller eit objekt der det skal stå ein tekst eller eit tal.',
    en: 'The line has a list or an object where a text or a number belongs.',
  },
  MORE_CELLS_THAN_COLUMNS: {
    nb: 'Linja har flere felt enn overskriften. Sett hermetegn rundt tekst med skilletegn i.',
    nn: 'Linja har fleire felt enn overskrifta. Set hermeteikn rundt tekst med skiljeteikn i.',
    en: 'The line has more fields than the heading. Put quotation marks around text with delimiters in it.',
  },
  COLUMN_TWICE: {
    nb: 'Linja har to ulike verdier i kolonner med samme navn. La bare én av kolonnene stå, eller gi den andre et annet navn.',
    nn: 'Linja har to ulike verdiar i kolonnar med same namn. La berre éin av kolonnane stå, eller gi den andre eit anna namn.',
    en: 'The line has two different values in columns of the same name. Keep only one of the columns, or rename the other.',
  },
  FILE_UNPACKS_TOO_LARGE: {
    nb: 'Regnearket er ødelagt eller for stort. Lagre det på nytt, eller som CSV.',
    nn: 'Reknearket er øydelagt eller for stort. Lagre det på nytt, eller som CSV.',
    en: 'The workbook is damaged or too large. Save it again, or as CSV.',
  },
  FILE_NOT_JSON: {
    nb: 'Fila er ikke gyldig JSON herfra.',
    nn: 'Fila er ikkje gyldig JSON herifrå.',
    en: 'The file is not valid JSON from here on.',
  },
  FILE_NOT_A_LIST: {
    nb: 'JSON-fila må være en liste med ett objekt for hver linje.',
    nn: 'JSON-fila må vere ei liste med eitt objekt for kvar linje.',
    en: 'The JSON file must be a list with one object a line.',
  },
  FILE_NOT_CSV: {
    nb: 'Fila er ikke gyldig CSV herfra. Se etter et hermetegn som mangler.',
    nn: 'Fila er ikkje gyldig CSV herifrå. Sjå etter eit hermeteikn som manglar.',
    en: 'The file is not valid CSV from here on. Look for a missing quotation mark.',
  },
  FILE_NOT_XLSX: {
    nb: 'Fila er ikke et regneark som kan leses. Lagre det på nytt som XLSX, eller som CSV.',
    nn: 'Fila er ikkje eit rekneark som kan lesast. Lagre det på nytt som XLSX, eller som CSV.',
    en: 'The file is not a workbook that can be read. Save it again as XLSX, or as CSV.',
  },
  ORGANISATION_NUMBER_MISSING: {
    nb: 'Organisasjonsnummer mangler.',
    nn: 'Organisasjonsnummer manglar.',
    en: 'The organisation number is missing.',
  },
  ORGANISATION_NUMBER_WRONG: {
    nb: 'Organisasjonsnummeret er ikke gyldig: det skal ha ni sifre, og kontrollsifferet (MOD-11) må stemme.',
    nn: 'Organisasjonsnummeret er ikkje gyldig: det skal ha ni siffer, og kontrollsifferet (MOD-11) må stemme.',
    en: 'The organisation number is not valid: nine digits with the right check digit (MOD-11).',
  },
  ORGANISATION_NUMBER_TWICE: {
    nb: 'Organisasjonsnummeret står flere ganger i fila.',
    nn: 'Organisasjonsnummeret står fleire gonger i fila.',
    en: 'The organisation number is in the file more than once.',
  },
  NAME_MISSING: { nb: 'Navn mangler.', nn: 'Namn manglar.', en: 'The name is missing.' },
  TEXT_TOO_LONG: { nb: 'En tekst er for lang.', nn: 'Ein tekst er for lang.', en: 'A text is too long.' },
  KIND_UNREADABLE: {
    nb: 'Det går ikke fram om dette er en skole eller en barnehage. Bruk en kolonne «type», eller oppgi det for hele fila.',
    nn: 'Det går ikkje fram om dette er ein skule eller ein barnehage. Bruk ei kolonne «type», eller oppgje det for heile fila.',
    en: 'It is not clear whether this is a school or a kindergarten. Use a column “type”, or say it for the whole file.',
  },
  OWNERSHIP_UNREADABLE: {
    nb: 'Eierforhold mangler eller er ukjent. Skriv «offentlig» eller «privat».',
    nn: 'Eigarforhold manglar eller er ukjent. Skriv «offentleg» eller «privat».',
    en: 'The ownership is missing or unknown. Write “public” or “private”.',
  },
  NUMBER_UNREADABLE: {
    nb: 'Antallet er ikke et helt tall.',
    nn: 'Talet på barn er ikkje eit heilt tal.',
    en: 'The number of children is not a whole number.',
  },
  MUNICIPALITY_NUMBER_WRONG: {
    nb: 'Kommunenummer mangler eller har ikke fire sifre.',
    nn: 'Kommunenummer manglar eller har ikkje fire siffer.',
    en: 'The municipality number is missing or has not four digits.',
  },
  MUNICIPALITY_NOT_REGISTERED: {
    nb: 'Kommunen er ikke registrert. Velg én kommune (--municipality NUMMER) eller alle (--all-municipalities).',
    nn: 'Kommunen er ikkje registrert. Vel éin kommune (--municipality NUMMER) eller alle (--all-municipalities).',
    en: 'The municipality is not registered. Choose one (--municipality NUMBER) or all (--all-municipalities).',
  },
  MUNICIPALITY_TWICE: {
    nb: 'Kommunenummeret står flere ganger i fila.',
    nn: 'Kommunenummeret står fleire gonger i fila.',
    en: 'The municipality number is in the file more than once.',
  },
  LANGUAGE_FORM_UNREADABLE: {
    nb: 'Målformen er ukjent. Skriv «bokmål», «nynorsk» eller «nøytral».',
    nn: 'Målforma er ukjend. Skriv «bokmål», «nynorsk» eller «nøytral».',
    en: 'The language form is unknown. Write “bokmål”, “nynorsk” or “nøytral”.',
  },
  EMAIL_WRONG: {
    nb: 'E-postadressen er ikke gyldig.',
    nn: 'E-postadressa er ikkje gyldig.',
    en: 'The e-mail address is not valid.',
  },
  PHONE_WRONG: {
    nb: 'Telefonnummeret er ikke gyldig. Skriv åtte sifre, eller + og landkode.',
    nn: 'Telefonnummeret er ikkje gyldig. Skriv åtte siffer, eller + og landkode.',
    en: 'The telephone number is not valid. Write eight digits, or + and the country’s code.',
  },
  ROLE_UNREADABLE: {
    nb: `Rollen er ukjent. Skriv en av disse: ${knownRoles('nb')}.`,
    nn: `Rolla er ukjend. Skriv ei av desse: ${knownRoles('nn')}.`,
    en: `The role is unknown. Write one of these: ${knownRoles('en')}.`,
  },
  ROLE_OVERLAPS: {
    nb: 'Personen har rollen på dette stedet i en del av tida fra før. Skriv de samme datoene som i registeret, eller avslutt rollen der først.',
    nn: 'Personen har rolla på denne staden i ein del av tida frå før. Skriv dei same datoane som i registeret, eller avslutt rolla der først.',
    en: 'The person holds the role at this place for part of that time already. Write the dates that the registry has, or end the role there first.',
  },
  ROLE_IS_OVER: {
    nb: 'Rollen er slutt før i dag, og er ikke registrert. Skriv også fra-dato, eller ta bort linja.',
    nn: 'Rolla er slutt før i dag, og er ikkje registrert. Skriv òg frå-dato, eller ta bort linja.',
    en: 'The role ended before today and is not registered. Write its first day too, or remove the line.',
  },
  PERSON_UNCERTAIN: {
    nb: 'Flere personer har denne e-postadressen. Skriv en adresse som bare kontaktpersonen har.',
    nn: 'Fleire personar har denne e-postadressa. Skriv ei adresse som berre kontaktpersonen har.',
    en: 'Several people have this mail address. Write one that only the contact has.',
  },
  REFUSED_BY_RULE: {
    nb: 'Registeret godtar ikke linja slik den står. Se hva registeret har om den den gjelder, og rett linja.',
    nn: 'Registeret godtek ikkje linja slik ho står. Sjå kva registeret har om den ho gjeld, og rett linja.',
    en: 'The registry does not accept the line as it is. See what it has about the one it concerns, and correct the line.',
  },
  ROLE_PLACE_WRONG: {
    nb: 'Rollen mangler stedet den gjelder, eller stedet passer ikke til rollen.',
    nn: 'Rolla manglar staden ho gjeld, eller staden passar ikkje til rolla.',
    en: 'The role lacks its place, or the place does not fit the role.',
  },
  UNIT_UNKNOWN: {
    nb: 'Enheten finnes ikke i kommunen. Importer enhetene først.',
    nn: 'Eininga finst ikkje i kommunen. Importer einingane først.',
    en: 'The unit does not exist in the municipality. Import units first.',
  },
  SERVICE_IS_CLOSED: {
    nb: 'Tjenesten er lagt ned. Gjenåpne den på siden «Tjenester» først, eller gi den nye tjenesten et annet navn.',
    nn: 'Tenesta er lagd ned. Opne ho att på sida «Tenester» først, eller gi den nye tenesta eit anna namn.',
    en: 'The service is closed. Reopen it on the page “Services” first, or give the new service another name.',
  },
  SERVICE_UNIT_IS_CLOSED: {
    nb: 'Virksomheten er lagt ned. Gjenåpne den på siden «Tjenester» først, eller skriv en annen virksomhet.',
    nn: 'Verksemda er lagd ned. Opne ho att på sida «Tenester» først, eller skriv ei anna verksemd.',
    en: 'The service unit is closed. Reopen it on the page “Services” first, or write another service unit.',
  },
  SERVICE_UNKNOWN: {
    nb: 'Tjenesten eller virksomheten finnes ikke i kommunen. Importer tjenestene først.',
    nn: 'Tenesta eller verksemda finst ikkje i kommunen. Importer tenestene først.',
    en: 'The service or service unit does not exist in the municipality. Import services first.',
  },
  DATE_WRONG: {
    nb: 'Datoen er ikke gyldig. Skriv den som 2026-08-01 eller 01.08.2026.',
    nn: 'Datoen er ikkje gyldig. Skriv han som 2026-08-01 eller 01.08.2026.',
    en: 'The date is not valid. Write it as 2026-08-01 or 01.08.2026.',
  },
  SERVICE_KIND_UNREADABLE: {
    nb: 'Tjenestetypen er ukjent.',
    nn: 'Tenestetypen er ukjend.',
    en: 'The kind of service is unknown.',
  },
  PERSON_UNKNOWN: {
    nb: 'Kontaktpersonen finnes ikke i kommunen. Skriv e-postadressen til en som er registrert, eller importer personene først.',
    nn: 'Kontaktpersonen finst ikkje i kommunen. Skriv e-postadressa til ein som er registrert, eller importer personane først.',
    en: 'The contact does not exist in the municipality. Write the mail address of one who is registered, or import people first.',
  },
  NATIONAL_NUMBER: {
    nb: 'Linja har et fødselsnummer eller d-nummer. Ta det bort: slike numre skal aldri hit.',
    nn: 'Linja har eit fødselsnummer eller d-nummer. Ta det bort: slike nummer skal aldri hit.',
    en: 'The line has a national identity number. Remove it: such numbers must never come here.',
  },
  SAID_TWICE: {
    nb: 'Det samme står på en linje tidligere i fila.',
    nn: 'Det same står på ei linje tidlegare i fila.',
    en: 'The same is said by a line earlier in the file.',
  },
  REFUSED: {
    nb: 'Registeret sa nei. Kjør importen en gang til.',
    nn: 'Registeret sa nei. Køyr importen ein gong til.',
    en: 'The registry refused. Run the import once more.',
  },
};

/** The fault of the line and its remedy, in the user's language. */
export const sentenceFor = (bad: Pick<BadLine, 'rule'>, language: Language): string => TEXTS[bad.rule][language];
