import { Injectable, type ExecutionContext } from '@nestjs/common';
import { WrongFieldsError, type WrongField } from './problem.js';
import { RouteTable, type RouteInput } from './route-table.js';
import { checked, forbiddenCharacters } from './schema-check.js';

/**
 * Validates a route's path parameters before anything is looked up. It reads no data, so its answer is the same for
 * every role and does not reveal what exists (ADR 0060).
 */
@Injectable()
export class PathForms {
  private byRoute?: ReadonlyMap<string, readonly RouteInput[]>;

  constructor(private readonly routes: RouteTable) {}

  demandForm(context: ExecutionContext, params: Readonly<Record<string, unknown>>): void {
    const wrong = this.wrongFields(context, params);
    if (wrong.length > 0) throw new WrongFieldsError(wrong);
  }

  /** True if something can be looked up by these parameters. */
  isWellFormed(context: ExecutionContext, params: Readonly<Record<string, unknown>>): boolean {
    return this.wrongFields(context, params).length === 0;
  }

  private wrongFields(context: ExecutionContext, params: Readonly<Record<string, unknown>>): readonly WrongField[] {
    return this.inputsOf(context).flatMap(({ name, schema }) => {
      const given = name === undefined ? params : Object.entries(params).find(([key]) => key === name)?.[1];
      const forbidden = forbiddenCharacters(given);
      const answer = forbidden.length > 0 ? { wrong: forbidden } : checked(schema, given);
      if (!('wrong' in answer)) return [];
      return answer.wrong.map((field) => ({ ...field, at: [name, field.at].filter(Boolean).join('.') }));
    });
  }

  private inputsOf(context: ExecutionContext): readonly RouteInput[] {
    this.byRoute ??= new Map(
      this.routes
        .all()
        .map(({ controller, handler, inputs }) => [
          keyOf(controller, handler),
          inputs.filter((it) => it.in === 'path'),
        ]),
    );
    return this.byRoute.get(keyOf(context.getClass().name, context.getHandler().name)) ?? [];
  }
}

const keyOf = (controller: string, handler: string): string => `${controller}.${handler}`;
