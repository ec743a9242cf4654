/** The enhanced status code (RFC 3463) in a server's answer: `5.1.1` of `550 5.1.1 <…>: unknown`. */
export const enhancedStatusIn = (response: string): string | undefined =>
  /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(response)?.[0];
