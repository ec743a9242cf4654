import { expect, test } from '@jest/globals';
import { Body, Controller, Param, Post, Query, RequestMethod } from '@nestjs/common';
import { NEST_METADATA, NEST_PARAMETERS } from './nest-metadata.js';

@Controller('notes')
class NotesController {
  @Post(':id')
  write(@Body() _: unknown, @Query('page') __: string, @Param('id') ___: string) {
    return {};
  }
}

const handler = Reflect.get(NotesController.prototype, 'write') as object;

test('Nest stores the path and the method of a route under these keys', () => {
  expect(Reflect.getMetadata(NEST_METADATA.path, NotesController)).toBe('notes');
  expect(Reflect.getMetadata(NEST_METADATA.path, handler)).toBe(':id');
  expect(Reflect.getMetadata(NEST_METADATA.method, handler)).toBe(RequestMethod.POST);
});

test('Nest stores a handler’s parameters under this key, by these numbers', () => {
  expect(Reflect.getMetadata(NEST_METADATA.arguments, NotesController, 'write')).toMatchObject({
    [`${NEST_PARAMETERS.body}:0`]: { index: 0 },
    [`${NEST_PARAMETERS.query}:1`]: { index: 1, data: 'page' },
    [`${NEST_PARAMETERS.path}:2`]: { index: 2, data: 'id' },
  });
});
