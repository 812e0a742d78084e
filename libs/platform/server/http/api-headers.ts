/** What every answer of the API carries besides the headers of all answers: it is nobody's page and nobody's cache. */
export const apiHeaders = { 'Cache-Control': 'no-store', 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" } as const;
