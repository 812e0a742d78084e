import { Controller } from '@nestjs/common';
import { sessionRoutes as routes } from '@halong/identity/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { PasswordChangeService } from '../password/password-change.service.ts';
import { browserOf } from './browser.ts';
import { MeService } from './me.service.ts';
import { SignInService } from './sign-in.service.ts';

@Controller()
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly who: MeService,
    private readonly passwordChanges: PasswordChangeService,
  ) {}

  @Handle(routes.signIn)
  async signIn({ body, http }: Input<typeof routes.signIn>): Answer<typeof routes.signIn> {
    const { me, setCookie } = await this.signIns.signIn(body, browserOf(http, body.ownDevice));
    void http.reply.header('Set-Cookie', setCookie);
    return me;
  }

  @Handle(routes.signOut)
  async signOut({ http }: Input<typeof routes.signOut>): Promise<void> {
    const setCookie = await this.signIns.signOut(http.request.headers.cookie);
    void http.reply.header('Set-Cookie', setCookie).header('Clear-Site-Data', '"cache", "cookies"');
  }

  @Handle(routes.getMe)
  async me({ http }: Input<typeof routes.getMe>): Answer<typeof routes.getMe> {
    return this.who.me(http.request.headers.cookie);
  }

  @Handle(routes.changeMe)
  async changeMe({ actor, body, http }: Input<typeof routes.changeMe>): Answer<typeof routes.changeMe> {
    return this.who.changeLanguage(actor, body.language, http.request.headers.cookie);
  }

  @Handle(routes.changePassword)
  async changePassword({ actor, body, http }: Input<typeof routes.changePassword>): Promise<void> {
    void http.reply.header('Set-Cookie', await this.passwordChanges.change(actor, body, browserOf(http)));
  }
}
