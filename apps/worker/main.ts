import { closeOnSignals, loadConfig, openContext } from '@halong/platform/server';
import { domains } from '../api/domains.ts';

const config = loadConfig();
closeOnSignals(await openContext({ name: 'worker', config, domains, background: true }));
