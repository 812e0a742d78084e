import type { ItemKind } from '@halong/materials/contract';
import type { Window } from './visibility.rules.ts';

/** An item with the version that the class has, and the sessions that its window leans on. Flags are 0 or 1. */
export interface ItemRow extends Window {
  id: number;
  classId: number;
  topicId: number | null;
  kind: ItemKind;
  position: number;
  title: string;
  mandatory: number;
  downloadable: number;
  shared: number;
  sessionNo: number | null;
  refId: number | null;
  givenNo: number | null;
  version: number;
  createdBy: number | null;
  createdAt: Date;
  versionId: number | null;
  documentId: number | null;
  url: string | null;
  changes: string | null;
  givenAt: Date | null;
}

export interface VersionRow {
  id: number;
  itemId: number;
  no: number;
  documentId: number | null;
  url: string | null;
  body: string | null;
  changes: string | null;
  createdByName: string;
  createdAt: Date;
  givenAt: Date | null;
}

/** What a version consists of; exactly one of the three. */
export interface VersionContent {
  documentId: number | null;
  url: string | null;
  body: string | null;
}

export interface SessionRow {
  id: number;
  no: number;
  startsAt: Date;
  endsAt: Date;
  title: string;
  state: string;
  topicId: number | null;
}

/** Columns of an item that its editors set. */
export interface ItemSettings extends Omit<Window, 'fromSessionStarts' | 'untilSessionEnds'> {
  title: string;
  mandatory: boolean;
  downloadable: boolean;
  shared: boolean;
  sessionNo: number | null;
}
