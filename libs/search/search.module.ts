import { Module } from '@nestjs/common';
import { SearchController } from './read-models/search/search.controller.js';
import { SearchHandler } from './read-models/search/search.query.js';

@Module({ controllers: [SearchController], providers: [SearchHandler] })
export class SearchModule {}
