import { Injectable } from '@nestjs/common';

/** A session that is to be booked; `sessionId` 0 is a new one, times are instants, the end is not included. */
export interface PlannedTime {
  sessionId: number;
  classId: number;
  startsAt: Date;
  endsAt: Date;
}

/** A trainee of the planned class who has a session of another class at that time. */
export interface TraineeClash {
  personId: number;
  fullName: string;
  otherSessionId: number;
  otherClassCode: string;
  from: Date;
  to: Date;
}

type Source = (planned: readonly PlannedTime[]) => Promise<TraineeClash[]>;

/** Who attends which class is enrolment's knowledge: it registers a question that is asked inside the booking transaction. */
@Injectable()
export class TraineeClashes {
  private readonly sources: Source[] = [];

  register(source: Source): void {
    this.sources.push(source);
  }

  async of(planned: readonly PlannedTime[]): Promise<TraineeClash[]> {
    return (await Promise.all(this.sources.map((source) => source(planned)))).flat();
  }
}
