import { closeOnSignals, loadConfig, openApi, weighBuffersWithHeap } from '@halong/platform/server';
import { domains } from './domains.ts';

weighBuffersWithHeap();
const config = loadConfig();
const api = await openApi({ name: 'api', config, domains });
await api.app.listen(config.PORT, config.HOST);
closeOnSignals(api);
