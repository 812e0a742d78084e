declare module 's3rver' {
  /** An S3 server for tests; it comes without types. */
  export default class S3rver {
    constructor(options: { port: number; address: string; silent: boolean; directory: string; configureBuckets: { name: string; configs: unknown[] }[] });
    readonly httpServer: import('node:http').Server;
    run(): Promise<unknown>;
  }
}
