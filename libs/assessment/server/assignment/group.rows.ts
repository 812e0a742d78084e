export interface Seat {
  enrolmentId: number;
  personId: number;
  fullName: string;
  groupId: number | null;
}

export interface GroupRow {
  id: number;
  name: string;
}
