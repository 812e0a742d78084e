/** Looks again after this long, whatever the revocation message says. */
const ttlMs = 4_000;
const maxEntries = 5_000;

interface Entry<T> {
  value: T;
  at: number;
}

/**
 * Sessions in the memory of one process: bounded, short-lived, and cleared by account. Of several requests that
 * ask at once one loads. What was being loaded while the account was cleared is not kept.
 */
export class SessionCache<T extends { accountId: number }> {
  private readonly entries = new Map<string, Entry<T>>();
  private readonly loading = new Map<string, Promise<T | undefined>>();
  private clearings = 0;

  async get(key: string, load: () => Promise<T | undefined>): Promise<T | undefined> {
    const entry = this.entries.get(key);
    if (entry && performance.now() - entry.at < ttlMs) return entry.value;
    return this.loading.get(key) ?? this.load(key, load);
  }

  clearAccount(accountId: number): void {
    this.clearings += 1;
    this.loading.clear();
    for (const [key, { value }] of this.entries) if (value.accountId === accountId) this.entries.delete(key);
  }

  clear(): void {
    this.clearings += 1;
    this.loading.clear();
    this.entries.clear();
  }

  private load(key: string, load: () => Promise<T | undefined>): Promise<T | undefined> {
    const before = this.clearings;
    const at = performance.now();
    const promise = load().then((value) => {
      if (this.clearings === before) this.keep(key, value, at);
      return value;
    });
    this.loading.set(key, promise);
    const done = () => {
      if (this.loading.get(key) === promise) this.loading.delete(key);
    };
    promise.then(done, done);
    return promise;
  }

  private keep(key: string, value: T | undefined, at: number): void {
    this.entries.delete(key);
    if (value === undefined) return;
    this.entries.set(key, { value, at });
    if (this.entries.size > maxEntries) this.entries.delete(this.entries.keys().next().value!);
  }
}
