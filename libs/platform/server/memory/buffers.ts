import { setFlagsFromString } from 'node:v8';

/**
 * Makes the collector of garbage weigh what a network brings together with everything else. By itself it goes through the
 * whole heap for every few megabytes of an upload, which is four fifths of what a large one costs (decision 016).
 */
export function weighBuffersWithHeap(): void {
  setFlagsFromString('--external-memory-accounted-in-global-limit');
}
