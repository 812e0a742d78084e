import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ForbiddenState, PageHead, Sheet, Skeletons, toast, usePage } from '@halong/design/web';
import { programmeRoutes } from '@halong/catalogue/contract';
import { useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { FormFoot } from './form-foot.tsx';
import { HeadFields } from './head-fields.tsx';
import { headBody, headProblems, newHead, newTerms, termsBody, termsProblems } from './programme-draft.rules.ts';
import { say } from './programme-form.texts.ts';
import { TermsFields } from './terms-fields.tsx';
import { useTried } from './use-tried.ts';

/** A programme by hand: what it is called, where it belongs, and what its first version demands. */
export default function NewProgramme() {
  const t = useTexts(say);
  usePage({ crumbs: [{ label: t('programmes'), to: '/programmes' }, { label: t('newTitle') }] });
  const { data, error } = useQueryOf(programmeRoutes.listProgrammes, { query: { size: 1 } });
  if (!data && !error) return <Skeletons rows={6} />;
  return data?.can.edit ? <ProgrammeForm /> : <ForbiddenState title={t('notYours')} />;
}

function ProgrammeForm() {
  const t = useTexts(say);
  const navigate = useNavigate();
  const { form, tried, onSubmit } = useTried();
  const [head, setHead] = useState(newHead);
  const [terms, setTerms] = useState(newTerms);
  const create = useMutationOf(programmeRoutes.createProgramme, {
    invalidates: [programmeRoutes.listProgrammes],
    onSuccess: (made) => {
      toast(t('created', { code: made.code }));
      void navigate(`/programmes/${made.id}`);
    },
  });
  const wrong = { head: headProblems(head), terms: termsProblems(terms, null) };
  const count = Object.keys(wrong.head).length + Object.keys(wrong.terms).length;
  const send = () => {
    const [named, demanded] = [headBody(head), termsBody(terms, null)];
    if (named && demanded) create.mutate({ body: { ...named, ...demanded } });
  };
  return (
    <>
      <PageHead title={t('newTitle')} sub={t('newLead')} />
      <form ref={form} className="col g4" noValidate onSubmit={onSubmit(send)}>
        <Sheet title={t('head')}>
          <div className="formgrid"><HeadFields withCode draft={head} problems={tried ? wrong.head : {}} onChange={(changes) => setHead((before) => ({ ...before, ...changes }))} /></div>
        </Sheet>
        <Sheet title={t('terms')}>
          <div className="formgrid">
            <TermsFields draft={terms} problems={tried ? wrong.terms : {}} onChange={(changes) => setTerms((before) => ({ ...before, ...changes }))} />
            <FormFoot
              wrong={tried ? count : 0} problem={create.error?.problem} busy={create.isPending} backTo="/programmes"
              submitLabel={head.code ? t('create', { code: head.code }) : t('createIt')}
            />
          </div>
        </Sheet>
      </form>
    </>
  );
}
