import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** One PATCH of an upload: where it began and how many bytes of it went over the line. */
interface Piece {
  offset: number;
  bytes: number;
}

/**
 * A line between a browser and the product, as its proxy, that breaks: at each of `cuts` (bytes of uploads that went over
 * it so far) everything on it is torn, in the middle of a piece.
 */
export class WeakLine {
  readonly pieces: Piece[] = [];
  private readonly cuts: number[];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private passed = 0;
  torn = 0;

  constructor(cuts: readonly number[], private readonly onCut: (no: number) => void = () => undefined) {
    this.cuts = [...cuts];
    this.server = createServer((from, to) => this.pass(from, to));
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    });
    // Sockets of the live line.
    this.server.on('connect', (from, near: Socket) => {
      const [host, port] = String(from.url).split(':');
      const far = connect(Number(port), host, () => near.write('HTTP/1.1 200 OK\r\n\r\n'));
      far.on('error', () => near.destroy()).on('close', () => near.destroy());
      near.on('error', () => far.destroy()).on('close', () => far.destroy());
      near.pipe(far).pipe(near);
    });
  }

  /** @returns its address for a browser's proxy setting */
  async open(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.tear();
    await new Promise((done) => this.server.close(done));
  }

  private pass(from: IncomingMessage, to: ServerResponse): void {
    const url = new URL(from.url ?? '');
    const onwards = request({ host: url.hostname, port: url.port, method: from.method, path: url.pathname + url.search, headers: from.headers, agent: false }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    onwards.on('error', () => from.socket.destroy());
    to.on('close', () => onwards.destroy());
    from.on('error', () => onwards.destroy());
    if (from.method === 'PATCH') this.count(from, Number(from.headers['upload-offset']));
    from.pipe(onwards);
  }

  private count(from: IncomingMessage, offset: number): void {
    const piece: Piece = { offset, bytes: 0 };
    this.pieces.push(piece);
    from.on('data', (chunk: Buffer) => {
      piece.bytes += chunk.length;
      this.passed += chunk.length;
      if (this.cuts[0] === undefined || this.passed < this.cuts[0]) return;
      this.cuts.shift();
      this.torn += 1;
      this.tear();
      this.onCut(this.torn);
    });
  }

  private tear(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}
