import { closeOnSignals, loadConfig, openContext, weighBuffersWithHeap } from '@halong/platform/server';
import { domains } from '../api/domains.ts';

weighBuffersWithHeap();
const config = loadConfig();
closeOnSignals(await openContext({ name: 'worker', config, domains, background: true }));
