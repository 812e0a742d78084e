import { Injectable, Module } from '@nestjs/common';

/** A class that a role may be limited to, in words. */
export interface ClassScope {
  id: number;
  nameVi: string;
  nameEn: string;
}

interface Source {
  /** The newest classes whose code or name holds this text. */
  find(search: string, limit: number): Promise<ClassScope[]>;
  /** Those of these classes that exist. */
  named(ids: readonly number[]): Promise<ClassScope[]>;
  exists(id: number): Promise<boolean>;
}

const limit = 20;

/**
 * Which classes there are, which only a downstream domain knows: it registers when its module starts. While nobody
 * answers there is no class, and no role is granted for one.
 */
@Injectable()
export class ClassScopes {
  private source: Source | undefined;

  register(source: Source): void {
    this.source = source;
  }

  async find(search: string): Promise<ClassScope[]> {
    return (await this.source?.find(search, limit)) ?? [];
  }

  /** What these classes are called; those that nobody knows are left out. */
  async named(ids: readonly number[]): Promise<ClassScope[]> {
    return ids.length === 0 ? [] : ((await this.source?.named(ids)) ?? []);
  }

  async exists(id: number): Promise<boolean> {
    return (await this.source?.exists(id)) ?? false;
  }
}

/** Alone, so that a domain may answer without bringing the whole of identity along. */
@Module({ providers: [ClassScopes], exports: [ClassScopes] })
export class ClassScopesModule {}
