import { constants } from 'node:zlib';
import compression from 'compression';
import type { Request, RequestHandler, Response } from 'express';

/** Bytes; a smaller answer fits into one packet as it is. */
const WORTH_IT = 1_024;
/** Takes a tenth of the time of the best level, and is nearly as small for JSON. */
const QUALITY = 4;

/**
 * Compresses the API's answers by Brotli or gzip. Not when another site has caused the request: who could put text of
 * their own into an answer and see its size could guess what else is in it (BREACH). Not streams of changes, of which
 * each event must arrive at once, nor files that are compressed by their format.
 */
export const compressAnswers = (): RequestHandler =>
  compression({
    threshold: WORTH_IT,
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } },
    filter: (request, response) =>
      isFromOwnPages(request) && !isStream(response) && compression.filter(request, response),
  });

/** Browsers send the header and no page can set it; without it the request is of a program, or of an older browser. */
const isFromOwnPages = (request: Request): boolean =>
  ['same-origin', 'none', undefined].includes(request.get('sec-fetch-site'));

const isStream = (response: Response): boolean =>
  String(response.getHeader('Content-Type')).startsWith('text/event-stream');
