import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClassScopes } from '@halong/identity/server';
import { Database } from '@halong/platform/server';

/** Tells identity, which lies upstream, which classes a role can be limited to. */
@Injectable()
export class ClassNames implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly scopes: ClassScopes,
  ) {}

  onModuleInit(): void {
    this.scopes.register({ find: (search, limit) => this.find(search, limit), exists: (id) => this.exists(id) });
  }

  private async find(search: string, limit: number): Promise<{ id: number; name: string }[]> {
    const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.db.rows<{ id: number; code: string; name_vi: string }>(
      'SELECT id, code, name_vi FROM classes_class WHERE code LIKE ? OR name_vi LIKE ? ORDER BY id DESC LIMIT ?', [like, like, limit],
    );
    return rows.map(({ id, code, name_vi }) => ({ id, name: `${code} · ${name_vi}` }));
  }

  private async exists(id: number): Promise<boolean> {
    return (await this.db.row('SELECT id FROM classes_class WHERE id = ?', [id])) !== undefined;
  }
}
