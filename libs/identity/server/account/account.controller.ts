import { Controller } from '@nestjs/common';
import { accountRoutes as routes } from '@halong/identity/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { AccountService } from './account.service.ts';

@Controller()
export class AccountController {
  constructor(private readonly accounts: AccountService) {}

  @Handle(routes.listAccounts)
  async list({ actor, query }: Input<typeof routes.listAccounts>): Answer<typeof routes.listAccounts> {
    return this.accounts.list(actor, query);
  }

  @Handle(routes.getAccount)
  async get({ actor, params }: Input<typeof routes.getAccount>): Answer<typeof routes.getAccount> {
    return this.accounts.get(actor, params.id);
  }

  @Handle(routes.createAccount)
  async create({ actor, body }: Input<typeof routes.createAccount>): Answer<typeof routes.createAccount> {
    return this.accounts.create(actor, body);
  }

  @Handle(routes.disableAccount)
  async disable({ actor, params, body }: Input<typeof routes.disableAccount>): Answer<typeof routes.disableAccount> {
    return this.accounts.disable(actor, params.id, body);
  }

  @Handle(routes.enableAccount)
  async enable({ actor, params, body }: Input<typeof routes.enableAccount>): Answer<typeof routes.enableAccount> {
    return this.accounts.enable(actor, params.id, body);
  }

  @Handle(routes.issueCode)
  async issueCode({ actor, params }: Input<typeof routes.issueCode>): Answer<typeof routes.issueCode> {
    return this.accounts.issueCode(actor, params.id);
  }
}
