import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClassScopes, type ClassScope } from '@halong/identity/server';
import { foldVietnamese } from '@halong/platform/contract';
import { containing, Database } from '@halong/platform/server';

interface Row {
  id: number;
  code: string;
  name_vi: string;
  name_en: string;
}

const select = 'SELECT id, code, name_vi, name_en FROM classes_class';
const scopeOf = ({ id, code, name_vi, name_en }: Row): ClassScope => ({ id, nameVi: `${code} · ${name_vi}`, nameEn: `${code} · ${name_en}` });

/** Tells identity, which lies upstream, which classes a role can be limited to. */
@Injectable()
export class ClassNames implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly scopes: ClassScopes,
  ) {}

  onModuleInit(): void {
    this.scopes.register({ find: (search, limit) => this.find(search, limit), named: (ids) => this.named(ids), exists: (id) => this.exists(id) });
  }

  private async find(search: string, limit: number): Promise<ClassScope[]> {
    const like = containing(foldVietnamese(search));
    return (await this.db.rows<Row>(`${select} WHERE search_key LIKE ? ORDER BY id DESC LIMIT ?`, [like, limit])).map(scopeOf);
  }

  private async named(ids: readonly number[]): Promise<ClassScope[]> {
    return (await this.db.rows<Row>(`${select} WHERE id IN (?)`, [ids])).map(scopeOf);
  }

  private async exists(id: number): Promise<boolean> {
    return (await this.db.row('SELECT id FROM classes_class WHERE id = ?', [id])) !== undefined;
  }
}
