import { serverBuild } from '../../libs/workspace/vite.server.mjs';

export default serverBuild(import.meta.dirname, 'main', 'bare', 'bare-uploads');
