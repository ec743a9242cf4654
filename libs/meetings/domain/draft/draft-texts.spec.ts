import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { textsOf } from './draft-texts.js';
import { ProtocolDraft } from './protocol-draft.js';

const ID = '00000000-0000-4000-8000-000000000001';
const draft = ProtocolDraft.parse({
  earlierActions: [{ actionId: ID }],
  matters: [{ kind: 'system', matterId: ID }],
  actions: [{ actionId: ID }],
});

/** A part of the JSON schema of the API. */
interface Part {
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
  readonly anyOf?: readonly Part[];
  readonly oneOf?: readonly Part[];
}

/** Paths and lengths of all strings that are neither codes nor ids nor dates; rows are called 0. */
function freeTexts(part: Part, at: readonly string[] = []): (readonly [at: string, longest: number])[] {
  const here = part.maxLength !== undefined && part.pattern === undefined && part.format === undefined;
  return [
    ...(here ? [[at.join('.'), part.maxLength] as const] : []),
    ...Object.entries(part.properties ?? {}).flatMap(([name, it]) => freeTexts(it, [...at, name])),
    ...(part.items ? freeTexts(part.items, [...at, '0']) : []),
    ...[...(part.anyOf ?? []), ...(part.oneOf ?? [])].flatMap((it) => freeTexts(it, at)),
  ];
}

test('the free texts of a draft are all that the API accepts, with the same limits', () => {
  const schema = z.toJSONSchema(ProtocolDraft, { io: 'input', unrepresentable: 'any' }) as Part;
  expect(new Map(textsOf(draft).map(([at, , longest]) => [at, longest]))).toEqual(new Map(freeTexts(schema)));
});

test('the caller names the rows of the paths', () => {
  expect(textsOf(draft, (id) => id).map(([at]) => at)).toContain(`matters.${ID}.heading`);
});
