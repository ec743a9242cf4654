import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Controller, Get, Header } from '@nestjs/common';
import { PublicRoute } from '../routes.js';

const resolve = createRequire(import.meta.url).resolve;
const file = (name: string): string => readFileSync(resolve(`swagger-ui-dist/${name}`), 'utf8');

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Samspill API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs/page.css">
</head>
<body>
<div id="api"></div>
<script src="/api/docs/page.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null });\n`;

/** Only this origin; the page's icons are data URLs, and Swagger UI writes style attributes. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const A_DAY = 'private, max-age=86400';

/** Swagger UI of the API; works without the internet. */
@Controller('docs')
export class DocsController {
  @Get()
  @PublicRoute({ summary: 'This document as a page.' })
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', POLICY)
  page(): string {
    return PAGE;
  }

  @Get('start.js')
  @PublicRoute({ summary: 'Starts the page.' })
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  start(): string {
    return START;
  }

  @Get('page.js')
  @PublicRoute({ summary: 'The page’s program (Swagger UI).' })
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', A_DAY)
  program(): string {
    return file('swagger-ui-bundle.js');
  }

  @Get('page.css')
  @PublicRoute({ summary: 'The page’s looks (Swagger UI).' })
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', A_DAY)
  looks(): string {
    return file('swagger-ui.css');
  }
}
