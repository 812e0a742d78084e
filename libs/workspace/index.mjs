export { domains, runtimes, technical } from './domains.mjs';
