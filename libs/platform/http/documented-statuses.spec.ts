import { expect, test } from '@jest/globals';
import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { startExample } from './http.examples.js';
import { PublicRoute } from './routes.js';

@Controller('teapot')
class TeapotController {
  @Get(':teapotId')
  @PublicRoute({ summary: 'Answers with a status that no document names.' })
  read(@Res({ passthrough: true }) response: Response) {
    response.status(418);
    return {};
  }
}

test('closing an application under test fails after an answer that its document does not name', async () => {
  const { app, url } = await startExample({ controllers: [TeapotController] });
  await fetch(`${url}/api/teapot/1`);
  await fetch(`${url}/api/meetings/search`);
  await expect(app.close()).rejects.toThrow('GET /api/teapot/{teapotId}: 418');
});
