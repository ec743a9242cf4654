import { Controller, Get } from '@nestjs/common';
import { RouteTable } from '../route-table.js';
import { PublicRoute } from '../routes.js';
import { openApiDocument, type OpenApiDocument } from './document.js';

@Controller('openapi.json')
export class OpenApiController {
  private document?: OpenApiDocument;

  constructor(private readonly routes: RouteTable) {}

  @Get()
  @PublicRoute({ summary: 'This document.' })
  read(): OpenApiDocument {
    return (this.document ??= openApiDocument(this.routes.all()));
  }
}
