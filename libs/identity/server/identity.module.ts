import { Module } from '@nestjs/common';
import { AUTHENTICATOR } from '@halong/platform/server';
import { AccountController } from './account/account.controller.ts';
import { AccountListener } from './account/account.listener.ts';
import { AccountListRepository } from './account/account-list.repository.ts';
import { AccountRepository } from './account/account.repository.ts';
import { AccountService } from './account/account.service.ts';
import { Accounts } from './account/accounts.ts';
import { ActivationController } from './activation/activation.controller.ts';
import { ActivationService } from './activation/activation.service.ts';
import { CodeCheckService } from './activation/code-check.service.ts';
import { OneTimeCodeRepository } from './activation/one-time-code.repository.ts';
import { SlipsService } from './activation/slips.service.ts';
import { UnitCodesService } from './activation/unit-codes.service.ts';
import { WaitingRepository } from './activation/waiting.repository.ts';
import { PasswordChangeService } from './password/password-change.service.ts';
import { Passwords } from './password/passwords.ts';
import { ClassScopesModule } from './role/class-scopes.ts';
import { RoleGrantController } from './role/role-grant.controller.ts';
import { RoleGrantRepository } from './role/role-grant.repository.ts';
import { RoleGrantService } from './role/role-grant.service.ts';
import { MeService } from './session/me.service.ts';
import { Revocation } from './session/revocation.ts';
import { SessionAuthenticator } from './session/session-authenticator.ts';
import { SessionController } from './session/session.controller.ts';
import { SessionJobs } from './session/session.jobs.ts';
import { SessionRepository } from './session/session.repository.ts';
import { SessionService } from './session/session.service.ts';
import { SignInService } from './session/sign-in.service.ts';
import { Throttle } from './throttle/throttle.ts';

@Module({
  imports: [ClassScopesModule],
  controllers: [SessionController, ActivationController, AccountController, RoleGrantController],
  providers: [
    AccountRepository, AccountListRepository, AccountService, Accounts, AccountListener,
    ActivationService, CodeCheckService, OneTimeCodeRepository, SlipsService, UnitCodesService, WaitingRepository,
    Passwords, PasswordChangeService, Throttle,
    RoleGrantRepository, RoleGrantService,
    Revocation, SessionRepository, SessionAuthenticator, SessionService, SignInService, MeService, SessionJobs,
    { provide: AUTHENTICATOR, useExisting: SessionAuthenticator },
  ],
  exports: [Accounts, AUTHENTICATOR],
})
export class IdentityModule {}
