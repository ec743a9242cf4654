import { Controller, Get, Header, Inject, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { languageOf, PublicRoute } from '#platform/http';
import type { Language } from '#platform/identity';
import { CLOCK, dayOf, type Clock } from '#platform/kernel';
import { Directory, nameOn } from '#registry/contract';
import { PublicationReader } from '../../read-models/publications/publications.query.js';
import { publicationCsv } from './public-csv.js';
import { listPage, notFoundPage, publicationPage, type PublishedBy } from './public-page.js';
import { STYLE } from './public-page.style.js';

const Municipality = z.string().max(20);
const PeriodInPath = z.string().max(20);
const PageQuery = z.object({
  versjon: z.coerce.number().pipe(z.int().min(1).max(1_000)).optional().describe('The version; left out: the latest.'),
  sprak: z.enum(['nb', 'nn', 'en']).optional().describe('The language of the page; left out: the reader’s.'),
});
type PageQuery = z.infer<typeof PageQuery>;

/** The page has no script, and nothing of other origins. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const HTML = 'text/html; charset=utf-8';

/** Shows everybody the figures that municipalities have published, without signing in, script or choices. */
@Controller('publisert')
export class PublicPageController {
  constructor(
    private readonly reader: PublicationReader,
    private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('stil.css')
  @PublicRoute({ summary: 'The style of the public page.' })
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return STYLE;
  }

  @Get(':municipality')
  @PublicRoute({ summary: 'The public page of a municipality: all that it has published.' })
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', POLICY)
  async list(
    @Param('municipality', { schema: Municipality }) municipality: string,
    @Query({ schema: PageQuery }) query: PageQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { by, language } = await this.publisher(municipality, query, request);
    if (!by) return notFound(response, query, request);
    return listPage(by, await this.reader.of(by.id), language);
  }

  @Get(':municipality/:period')
  @PublicRoute({ summary: 'The public page of a period’s figures.' })
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', POLICY)
  async read(
    @Param('municipality', { schema: Municipality }) municipality: string,
    @Param('period', { schema: PeriodInPath }) period: string,
    @Query({ schema: PageQuery }) query: PageQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { by, language } = await this.publisher(municipality, query, request);
    const { versions, row } = by ? await this.version(by, period, query) : {};
    if (!by || !row || !versions) return notFound(response, query, request);
    return publicationPage(by, row, row.publication, versions, language);
  }

  @Get(':municipality/:period/tall.csv')
  @PublicRoute({ summary: 'The figures of a period as CSV.' })
  @Header('Content-Type', 'text/csv; charset=utf-8')
  async csv(
    @Param('municipality', { schema: Municipality }) municipality: string,
    @Param('period', { schema: PeriodInPath }) period: string,
    @Query({ schema: PageQuery }) query: PageQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | string> {
    const { by, language } = await this.publisher(municipality, query, request);
    const { row } = by ? await this.version(by, period, query) : {};
    if (!by || !row) {
      response.type('html');
      return notFound(response, query, request);
    }
    response.attachment(`${by.id}-${row.period}-v${row.version}.csv`);
    return new StreamableFile(publicationCsv(row.publication, language));
  }

  private async version({ id }: PublishedBy, period: string, { versjon }: PageQuery) {
    const versions = await this.reader.of(id, period);
    return { versions, row: versjon === undefined ? versions[0] : versions.find((it) => it.version === versjon) };
  }

  /** Undefined for a municipality that has published nothing: it cannot be told from one that does not use Samspill. */
  private async publisher(
    municipality: string,
    query: PageQuery,
    request: Request,
  ): Promise<{ readonly by: PublishedBy | undefined; readonly language: Language }> {
    const isNumber = /^\d{4}$/.test(municipality);
    const [about, published] = isNumber
      ? await Promise.all([this.directory.municipality(municipality), this.reader.of(municipality)])
      : [undefined, []];
    if (!about || published.length === 0) return { by: undefined, language: languageFor(query, request) };
    const own = about.languageForm === 'neutral' ? undefined : about.languageForm;
    return {
      by: { id: about.id, name: nameOn(about, dayOf(this.clock.now())), isDemo: about.demo },
      language: languageFor(query, request, own),
    };
  }
}

/** The language asked for, the reader's, or that of the municipality. */
const languageFor = ({ sprak }: PageQuery, request: Request, own: Language = 'nb'): Language =>
  sprak ?? languageOf(request) ?? own;

/** The same page whatever is missing: the municipality, the period, or anything published. */
function notFound(response: Response, query: PageQuery, request: Request): string {
  response.status(404);
  return notFoundPage(languageFor(query, request));
}
