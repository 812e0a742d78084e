import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button, ErrorState, IconCheck, Note, Sheet, Skeletons, toast } from '@halong/design/web';
import { assignmentRoutes, type AssignmentDetail, type AssignmentTerms } from '@halong/assessment/contract';
import { ClassHeader } from '@halong/classes/web';
import { useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { bodyOf, emptyForm, formOf, isReady } from './assignment-form.ts';
import { FormParts } from './form-parts.tsx';
import { say } from './assignment.texts.ts';

const plain = { deductionPerDay: 0, floor: 0, partDay: 'UP', graceMinutes: 0 } as const;
const usualDeclaration = 'Tôi cam đoan bài này do tôi tự làm, các nguồn tham khảo đã được ghi rõ.';

/** Writes an assignment, or changes one. */
export default function EditAssignment() {
  const params = useParams();
  const classId = Number(params.id);
  const id = params.assignmentId === undefined ? undefined : Number(params.assignmentId);
  const t = useTexts(say);
  const list = useQueryOf(assignmentRoutes.listAssignments, { params: { id: classId } });
  const detail = useQueryOf(assignmentRoutes.getAssignment, { params: { id: id ?? 0 } }, { enabled: id !== undefined });
  const error = list.error ?? (id === undefined ? null : detail.error);
  const ready = list.data && (id === undefined || detail.data);
  return (
    <>
      <ClassHeader classId={classId} active="assignments" title={t(id === undefined ? 'newTitle' : 'editTitle')} />
      {error && !ready && <Sheet><ErrorState problem={error.problem} onRetry={() => void list.refetch()} /></Sheet>}
      {!error && !ready && <Skeletons rows={6} height={56} />}
      {ready && list.data && <Form key={id ?? 'new'} classId={classId} terms={list.data.terms} detail={id === undefined ? undefined : detail.data} />}
    </>
  );
}

function Form({ classId, terms, detail }: { classId: number; terms: AssignmentTerms; detail: AssignmentDetail | undefined }) {
  const t = useTexts(say);
  const navigate = useNavigate();
  const [form, setForm] = useState(() => (detail ? formOf(detail) : emptyForm(terms.latePolicies.find(({ isDefault }) => isDefault)?.policy ?? plain, usualDeclaration)));
  const done = ({ id }: { id: number }) => {
    toast(t('saved'));
    void navigate(`/classes/${classId}/assignments/${id}`);
  };
  const invalidates = [assignmentRoutes.listAssignments, assignmentRoutes.getAssignment];
  const create = useMutationOf(assignmentRoutes.createAssignment, { invalidates, onSuccess: done });
  const change = useMutationOf(assignmentRoutes.putAssignment, { invalidates, onSuccess: done });
  const problem = create.error ?? change.error;
  const save = () => {
    if (detail) change.mutate({ params: { id: detail.id }, body: { version: detail.version, ...bodyOf(form) } });
    else create.mutate({ params: { id: classId }, body: bodyOf(form) });
  };
  return (
    <form
      className="col g4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormParts form={form} terms={terms} classId={classId} fixed={detail !== undefined && detail.counts.submitted > 0} onChange={(next) => setForm((before) => ({ ...before, ...next }))} />
      {problem && <Note tone="act">{problem.problem.title} {problem.problem.fields?.map(({ message }) => message).join(' ')}</Note>}
      <div className="row g2">
        <Button type="submit" variant="primary" icon={IconCheck} loading={create.isPending || change.isPending} disabled={!isReady(form)}>{t('save')}</Button>
        <Button to={detail ? `/classes/${classId}/assignments/${detail.id}` : `/classes/${classId}/assignments`}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
