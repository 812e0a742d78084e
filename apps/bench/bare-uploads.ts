import { createServer } from 'node:http';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';

/** The limit for uploads: the tus server as its package has it, writing files into a folder, for anybody. */
const tus = new Server({ path: '/uploads', datastore: new FileStore({ directory: join(process.env['DATA_DIR'] ?? '', 'bare-uploads') }) });

createServer((request, response) => void tus.handle(request, response)).listen(Number(process.env['PORT']), '127.0.0.1');
