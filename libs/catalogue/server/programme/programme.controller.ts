import { Controller } from '@nestjs/common';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { programmeImportRoutes, programmeRoutes as routes } from '@halong/catalogue/contract';
import { ProgrammeImports } from './programme-import.service.ts';
import { mayEditCatalogue } from './programme.policy.ts';
import { Programmes } from './programme.service.ts';
import { Topics } from './topics.service.ts';

@Controller()
export class ProgrammeController {
  constructor(
    private readonly programmes: Programmes,
    private readonly topics: Topics,
    private readonly imports: ProgrammeImports,
  ) {}

  @Handle(routes.listProgrammes)
  async list({ actor, query: { category, ...query } }: Input<typeof routes.listProgrammes>): Answer<typeof routes.listProgrammes> {
    const page = await this.programmes.list(category ? { ...query, category } : query);
    return { ...page, can: { edit: mayEditCatalogue(actor) } };
  }

  @Handle(programmeImportRoutes.checkFile)
  async check({ actor, query, stream }: Input<typeof programmeImportRoutes.checkFile>): Answer<typeof programmeImportRoutes.checkFile> {
    return this.imports.check(actor, query.name, stream);
  }

  @Handle(programmeImportRoutes.confirmFile)
  async confirm({ actor, params }: Input<typeof programmeImportRoutes.confirmFile>): Answer<typeof programmeImportRoutes.confirmFile> {
    return this.imports.confirm(actor, params.id);
  }

  @Handle(routes.getProgramme)
  async get({ actor, params }: Input<typeof routes.getProgramme>): Answer<typeof routes.getProgramme> {
    return this.programmes.get(actor, params.id);
  }

  @Handle(routes.createProgramme)
  async create({ actor, body }: Input<typeof routes.createProgramme>): Answer<typeof routes.createProgramme> {
    return this.programmes.create(actor, body);
  }

  @Handle(routes.correctProgramme)
  async correct({ actor, params, body }: Input<typeof routes.correctProgramme>): Answer<typeof routes.correctProgramme> {
    return this.programmes.correctHead(actor, params.id, body);
  }

  @Handle(routes.addVersion)
  async addVersion({ actor, params, body }: Input<typeof routes.addVersion>): Answer<typeof routes.addVersion> {
    return this.programmes.addVersion(actor, params.id, body);
  }

  @Handle(routes.putTargetGroup)
  async putTargetGroup({ actor, params, body }: Input<typeof routes.putTargetGroup>): Answer<typeof routes.putTargetGroup> {
    return this.programmes.setTargetGroup(actor, params.id, body.version, body.targetGroup);
  }

  @Handle(routes.putComponents)
  async putComponents({ actor, params, body }: Input<typeof routes.putComponents>): Answer<typeof routes.putComponents> {
    return this.programmes.setComponents(actor, params.id, body.version, body.components);
  }

  @Handle(routes.putTopics)
  async putTopics({ actor, params, body }: Input<typeof routes.putTopics>): Answer<typeof routes.putTopics> {
    return this.topics.put(actor, params.id, body.version, body.topics);
  }
}
