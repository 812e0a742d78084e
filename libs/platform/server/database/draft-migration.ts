import type { DataSource } from 'typeorm';

/** The statements that would take the database from its present schema to the entities; [] when both agree. */
export async function schemaDrift(source: DataSource): Promise<{ up: string[]; down: string[] }> {
  const log = await source.driver.createSchemaBuilder().log();
  return { up: log.upQueries.map(({ query }) => query), down: log.downQueries.map(({ query }) => query).reverse() };
}
