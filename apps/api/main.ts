import { closeOnSignals, loadConfig, openApi } from '@halong/platform/server';
import { domains } from './domains.ts';

const config = loadConfig();
const api = await openApi({ name: 'api', config, domains });
await api.app.listen(config.PORT, config.HOST);
closeOnSignals(api);
