import { z } from 'zod';
import { statusOfKind, type ErrorDef, type RouteShape } from '@halong/platform/contract';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });

function parametersOf(route: RouteShape) {
  const places = [['path', route.params], ['query', route.query]] as const;
  return places.flatMap(([place, schema]) => {
    if (!schema) return [];
    const json = schemaOf(schema, 'input') as { properties?: Record<string, unknown>; required?: string[] };
    return Object.entries(json.properties ?? {}).map(([name, property]) => ({
      name, in: place, required: place === 'path' || (json.required ?? []).includes(name), schema: property,
    }));
  });
}

function problemResponse(errors: readonly ErrorDef[]) {
  return { description: errors.map(({ code, en }) => `${code}: ${en}`).join('\n'), content: { 'application/problem+json': {} } };
}

function operationOf(route: RouteShape) {
  const body = route.upload
    ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } }
    : route.body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } };
  const statuses = [...new Set((route.errors ?? []).map(({ kind }) => statusOfKind[kind]))];
  const problems = statuses.map((status) => [String(status), problemResponse(route.errors!.filter(({ kind }) => statusOfKind[kind] === status))]);
  const success = route.response
    ? ['200', { description: 'OK', content: { 'application/json': { schema: schemaOf(route.response, 'output') } } }]
    : route.download
      ? ['200', { description: 'A file', content: Object.fromEntries(route.download.map((type) => [type, {}])) }]
      : route.raw
        ? ['default', { description: 'As its protocol says; see the summary' }]
        : ['204', { description: 'Done' }];
  return {
    summary: route.summary,
    'x-access': route.access,
    parameters: parametersOf(route),
    ...body,
    responses: Object.fromEntries([success, ...problems]),
  };
}

/** The OpenAPI 3.1 description of all contract routes. */
export function openApiOf(routes: readonly RouteShape[]): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return { openapi: '3.1.0', info: { title: 'Halong', version: '1', license: { name: 'Apache-2.0' } }, paths };
}
