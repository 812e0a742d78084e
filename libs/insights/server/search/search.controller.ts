import { Controller } from '@nestjs/common';
import { searchRoutes } from '@halong/insights/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { Search } from './search.service.ts';

@Controller()
export class SearchController {
  constructor(private readonly searching: Search) {}

  @Handle(searchRoutes.search)
  search({ actor, query }: Input<typeof searchRoutes.search>): Answer<typeof searchRoutes.search> {
    return this.searching.find(actor, query.q);
  }
}
