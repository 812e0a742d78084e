import { Controller, Injectable } from '@nestjs/common';
import { ClassAccess } from '@halong/assessment/server';
import { certificateBatchTopic, certificateRoutes as routes } from '@halong/certification/contract';
import type { Actor } from '@halong/platform/contract';
import { Handle, Watch, type Answer, type Input } from '@halong/platform/server';
import { Verifications } from '../verification/verification.service.ts';
import { VerifyBrake } from '../verification/verify-brake.ts';
import { Certificates } from './certificate.service.ts';
import { Issuing } from './issuing.service.ts';
import { Revocations } from './revocation.service.ts';

@Controller()
export class CertificateController {
  constructor(
    private readonly issuing: Issuing,
    private readonly certificates: Certificates,
    private readonly revocations: Revocations,
    private readonly verifications: Verifications,
    private readonly brake: VerifyBrake,
  ) {}

  @Handle(routes.getOfClass)
  ofClass({ actor, params }: Input<typeof routes.getOfClass>): Answer<typeof routes.getOfClass> {
    return this.issuing.ofClass(actor, params.id);
  }

  @Handle(routes.issue)
  issue({ actor, params }: Input<typeof routes.issue>): Answer<typeof routes.issue> {
    return this.issuing.issue(actor, params.id);
  }

  @Handle(routes.getBatch)
  batch({ actor, params }: Input<typeof routes.getBatch>): Answer<typeof routes.getBatch> {
    return this.issuing.batch(actor, params.id);
  }

  @Handle(routes.list)
  list({ actor, query }: Input<typeof routes.list>): Answer<typeof routes.list> {
    return this.certificates.list(actor, query);
  }

  @Handle(routes.get)
  get({ actor, params }: Input<typeof routes.get>): Answer<typeof routes.get> {
    return this.certificates.get(actor, params.id);
  }

  @Handle(routes.getPdf)
  pdf({ actor, params }: Input<typeof routes.getPdf>): Answer<typeof routes.getPdf> {
    return this.certificates.pdf(actor, params.id);
  }

  @Handle(routes.listMine)
  mine({ actor }: Input<typeof routes.listMine>): Answer<typeof routes.listMine> {
    return this.certificates.ofPerson(actor);
  }

  @Handle(routes.revoke)
  revoke({ actor, params, body }: Input<typeof routes.revoke>): Answer<typeof routes.revoke> {
    return this.revocations.revoke(actor, params.id, body);
  }

  @Handle(routes.verify)
  async verify({ params, http }: Input<typeof routes.verify>): Answer<typeof routes.verify> {
    await this.brake.pass(http.context.address);
    return this.verifications.verify(params.code);
  }
}

@Injectable()
export class CertificateBatchWatch {
  constructor(
    private readonly issuing: Issuing,
    private readonly access: ClassAccess,
  ) {}

  /** Who works with the class of the batch. */
  @Watch(certificateBatchTopic)
  async mayWatch(actor: Actor, batchId: number): Promise<boolean> {
    const classId = await this.issuing.classOfBatch(batchId);
    return classId !== undefined && (await this.access.roles(actor, classId)).some((role) => role !== 'LECTURER');
  }
}
