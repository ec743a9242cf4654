import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { ZodType } from 'zod';
import { WrongFieldsError } from './problem.js';
import { checked, forbiddenCharacters } from './schema-check.js';

/** Validates every body, query and path parameter by the schema in its decorator, and passes on the parsed value. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  transform(given: unknown, { schema, type, data }: ArgumentMetadata): unknown {
    if (!(schema instanceof ZodType)) return given;
    // A missing body counts as empty, so that a command without fields needs none.
    const value = type === 'body' ? (given ?? {}) : given;
    const forbidden = forbiddenCharacters(value);
    const answer = forbidden.length > 0 ? { wrong: forbidden } : checked(schema, value);
    if ('value' in answer) return answer.value;
    throw new WrongFieldsError(
      answer.wrong.map((field) => ({ ...field, at: [data, field.at].filter(Boolean).join('.') })),
    );
  }
}
