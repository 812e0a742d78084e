import { Controller, Injectable } from '@nestjs/common';
import { markingRoutes as routes, markingTopic } from '@halong/assessment/contract';
import type { Actor } from '@halong/platform/contract';
import { Handle, Watch, type Answer, type Input } from '@halong/platform/server';
import { ReusableComments } from './comments.service.ts';
import { MarkingCoordination } from './coordination.service.ts';
import { MarkingDesks } from './desk.service.ts';
import { MarkingDoor } from './marking-door.ts';
import { Markings } from './markings.service.ts';
import { MarkingOverviews } from './overview.service.ts';
import { Releases } from './release.service.ts';
import { WorkResults } from './results.service.ts';
import { Scripts } from './scripts.service.ts';

/** For those who mark. */
@Controller()
export class MarkingController {
  constructor(
    private readonly desks: MarkingDesks,
    private readonly scripts: Scripts,
    private readonly markings: Markings,
    private readonly comments: ReusableComments,
  ) {}

  @Handle(routes.listMyMarking)
  desk({ actor }: Input<typeof routes.listMyMarking>): Answer<typeof routes.listMyMarking> {
    return this.desks.of(actor);
  }

  @Handle(routes.listScripts)
  list({ actor, params }: Input<typeof routes.listScripts>): Answer<typeof routes.listScripts> {
    return this.scripts.list(actor, params.id);
  }

  @Handle(routes.getScript)
  script({ actor, params }: Input<typeof routes.getScript>): Answer<typeof routes.getScript> {
    return this.scripts.get(actor, params.id, params.code);
  }

  @Handle(routes.putMarking)
  put({ actor, params, body }: Input<typeof routes.putMarking>): Answer<typeof routes.putMarking> {
    return this.markings.put(actor, params.id, params.code, body);
  }

  @Handle(routes.finishMarking)
  finish({ actor, params, body }: Input<typeof routes.finishMarking>): Answer<typeof routes.finishMarking> {
    return this.markings.finish(actor, params.id, params.code, body.version);
  }

  @Handle(routes.listMyComments)
  myComments({ actor }: Input<typeof routes.listMyComments>): Answer<typeof routes.listMyComments> {
    return this.comments.list(actor);
  }

  @Handle(routes.keepComment)
  keep({ actor, body }: Input<typeof routes.keepComment>): Answer<typeof routes.keepComment> {
    return this.comments.keep(actor, body.text);
  }

  @Handle(routes.dropComment)
  drop({ actor, params }: Input<typeof routes.dropComment>): Answer<typeof routes.dropComment> {
    return this.comments.drop(actor, params.id);
  }
}

/** For those who coordinate marking, and for those who wrote the work. */
@Controller()
export class MarkingOverviewController {
  constructor(
    private readonly overviews: MarkingOverviews,
    private readonly coordination: MarkingCoordination,
    private readonly releases: Releases,
    private readonly results: WorkResults,
  ) {}

  @Handle(routes.getMarking)
  overview({ actor, params }: Input<typeof routes.getMarking>): Answer<typeof routes.getMarking> {
    return this.overviews.get(actor, params.id);
  }

  @Handle(routes.allotMarkers)
  allot({ actor, params, body }: Input<typeof routes.allotMarkers>): Answer<typeof routes.allotMarkers> {
    return this.coordination.allot(actor, params.id, body);
  }

  @Handle(routes.nameThirdMarker)
  third({ actor, params, body }: Input<typeof routes.nameThirdMarker>): Answer<typeof routes.nameThirdMarker> {
    return this.coordination.nameThird(actor, params.id, params.code, body.personId);
  }

  @Handle(routes.agreeMark)
  agree({ actor, params, body }: Input<typeof routes.agreeMark>): Answer<typeof routes.agreeMark> {
    return this.coordination.agree(actor, params.id, params.code, body);
  }

  @Handle(routes.releaseMarks)
  release({ actor, params, body }: Input<typeof routes.releaseMarks>): Answer<typeof routes.releaseMarks> {
    return this.releases.release(actor, params.id, body.codes);
  }

  @Handle(routes.getMyWorkResult)
  mine({ actor, params }: Input<typeof routes.getMyWorkResult>): Answer<typeof routes.getMyWorkResult> {
    return this.results.mine(actor, params.id);
  }
}

@Injectable()
export class MarkingWatch {
  constructor(private readonly door: MarkingDoor) {}

  /** Those who mark or coordinate; it says no more than that something changed. */
  @Watch(markingTopic)
  async mayWatch(actor: Actor, assignmentId: number): Promise<boolean> {
    return this.door.require(actor, assignmentId, 'LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'SYSTEM_ADMIN').then(() => true, () => false);
  }
}
