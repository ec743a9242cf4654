import { defaultObligation } from './domain/unit/default-obligation.js';
import { readAnswers } from './features/import-people/import-people.dto.js';
import { readDay } from './features/import-people/read-day.js';
import { roleOf } from './features/import-people/role-words.js';
import { decodeText } from './features/imports/files/decode-text.js';
import { itemsIn, lineOfFault } from './features/imports/files/json-lines.js';
import { isReadable } from './features/imports/files/readable-text.js';
import { columnKey } from './features/imports/files/table.js';
import { readPhone } from './features/phone-text.js';
import { filledText, plainText } from './features/plain-text.js';

/** A rule's result for a text. */
export type TextRule = (text: string) => unknown;

/** Every rule on text from imports or forms, by name: each is specified and measured on long texts. */
export const REGISTRY_TEXT_RULES: ReadonlyMap<string, TextRule> = new Map<string, TextRule>(
  Object.entries({
    isReadable,
    columnKey,
    readPhone,
    readDay,
    roleOf,
    readAnswers,
    itemsIn: (text) => itemsIn(text),
    lineOfFault,
    decodeText: (text) => decodeText(Buffer.from(text)),
    plainText: (text) => plainText(200).safeParse(text),
    filledText: (text) => filledText(200).safeParse(text),
    defaultObligation: (name) => defaultObligation({ name, kind: 'kindergarten' }),
  }),
);
