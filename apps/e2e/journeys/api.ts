import { expect, type Page } from '@playwright/test';
import type { Product } from '../product/product.ts';

type Json = Record<string, unknown>;

/** Calls the API as the person of this page; for the few facts that a story needs besides its screens. */
export async function api<T = Json>(page: Page, product: Product, method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown): Promise<T> {
  const response = await page.request.fetch(`${product.url}/api${path}`, {
    method, headers: { origin: product.url, 'idempotency-key': crypto.randomUUID() }, ...(body === undefined ? {} : { data: body }),
  });
  expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
  return (response.status() === 204 ? {} : await response.json()) as T;
}

interface Account {
  id: number;
  version: number;
}

/** Opens an account with a role and answers its one-time code; the administrator's page is used. */
export async function openAccount(
  admin: Page, product: Product, who: { name: string; personId?: number }, grant?: { role: string; scopeType: string; scopeId: number },
): Promise<string> {
  const account = await api<Account>(admin, product, 'POST', '/accounts', who.personId ? { personId: who.personId } : { displayName: who.name });
  if (grant) await api(admin, product, 'POST', `/accounts/${account.id}/grants`, { ...grant, validFrom: '2026-09-01', validTo: null, reason: 'QĐ 15/QĐ-TĐT', version: account.version });
  return (await api<{ code: string }>(admin, product, 'POST', `/accounts/${account.id}/one-time-code`)).code;
}

/** The one person of this name whom the administrator finds. */
export async function personOf(admin: Page, product: Product, name: string): Promise<number> {
  const { items } = await api<{ items: { id: number; fullName: string }[] }>(admin, product, 'GET', `/people?search=${encodeURIComponent(name)}`);
  const found = items.filter((one) => one.fullName === name);
  expect(found, name).toHaveLength(1);
  return found[0]!.id;
}

export async function unitOf(admin: Page, product: Product, search: string, code: string): Promise<number> {
  const { items } = await api<{ items: { id: number; code: string }[] }>(admin, product, 'GET', `/units?search=${encodeURIComponent(search)}`);
  return items.find((one) => one.code === code)!.id;
}
