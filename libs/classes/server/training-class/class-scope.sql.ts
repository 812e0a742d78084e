import type { SqlValue } from '@halong/platform/server';
import type { ClassScope } from './training-class.policy.ts';

export interface Condition {
  sql: string;
  params: SqlValue[];
}

/** The scope as a condition on `c` (classes_class); what is not in it does not exist for the asker. */
export function classScope(scope: ClassScope): Condition {
  if (scope.everything) return { sql: '1 = 1', params: [] };
  const below = 'IN (SELECT a.unit_id FROM organisation_unit_ancestor a WHERE a.ancestor_id IN (?))';
  const parts: Condition[] = [];
  if (scope.institutionIds.length > 0) parts.push({ sql: 'c.institution_id IN (?)', params: [scope.institutionIds] });
  if (scope.classIds.length > 0) parts.push({ sql: 'c.id IN (?)', params: [scope.classIds] });
  if (scope.subtreeIds.length > 0) parts.push({ sql: `(c.institution_id ${below} OR c.organising_unit_id ${below})`, params: [scope.subtreeIds, scope.subtreeIds] });
  if (scope.nominating) parts.push({ sql: "c.state = 'NOMINATING'", params: [] });
  if (scope.personId !== null) {
    parts.push({ sql: 'EXISTS (SELECT 1 FROM classes_staff own WHERE own.class_id = c.id AND own.person_id = ?)', params: [scope.personId] });
    parts.push({
      sql: `EXISTS (SELECT 1 FROM classes_lecturer l JOIN classes_session_lecturer sl ON sl.lecturer_id = l.id
        JOIN classes_session s ON s.id = sl.session_id WHERE l.person_id = ? AND s.class_id = c.id)`,
      params: [scope.personId],
    });
  }
  if (parts.length === 0) return { sql: '1 = 0', params: [] };
  return { sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`, params: parts.flatMap(({ params }) => params) };
}
