import { installation, type Installation } from '../product/installation.ts';
import { ownServices, type OwnServices } from '../product/services.ts';
import { classDay, type ClassDay } from './class-day.ts';

/** An installation in the middle of a morning, ready for the first fault. */
export interface Morning {
  halong: Installation;
  day: ClassDay;
  stop(): Promise<void>;
}

/** @param trainees how many */
export async function morning(trainees: number): Promise<Morning> {
  const halong = await installation();
  const day = await classDay(halong.app, trainees);
  await halong.clockAt(halong.app.clock.now());
  return { halong, day, stop: () => halong.stop() };
}

/** The same on a MariaDB and a Redis of its own, which may be killed. */
export async function morningOnOwnServices(trainees: number): Promise<Morning & { services: OwnServices }> {
  const services = await ownServices();
  const found = await morning(trainees).catch(async (error: unknown) => {
    await services.stop();
    throw error;
  });
  return {
    ...found, services,
    stop: async () => {
      await found.stop();
      await services.stop();
    },
  };
}
