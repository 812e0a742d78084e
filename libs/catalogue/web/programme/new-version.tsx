import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ErrorState, ForbiddenState, Note, PageHead, Sheet, Skeletons, toast, usePage } from '@halong/design/web';
import { programmeRoutes, type ProgrammeDetail, type ProgrammeVersion } from '@halong/catalogue/contract';
import { formatNumber, useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { FormFoot } from './form-foot.tsx';
import { termsBody, termsOf, termsProblems } from './programme-draft.rules.ts';
import { say } from './programme-form.texts.ts';
import { TermsFields } from './terms-fields.tsx';
import { draftsOf, periodSum } from './topic-draft.rules.ts';
import { useTried } from './use-tried.ts';

/** Other terms from a later day on; classes that were planned keep theirs. */
export default function NewVersion() {
  const t = useTexts(say);
  const id = Number(useParams().id);
  const { data, error, refetch } = useQueryOf(programmeRoutes.getProgramme, { params: { id } });
  const newest = data?.versions[0];
  const n = (newest?.version ?? 0) + 1;
  usePage({ crumbs: [{ label: t('programmes'), to: '/programmes' }, { label: data?.code ?? '…', to: `/programmes/${id}` }, { label: t('addVersion', { n }) }] });
  if (error && !data) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data || !newest) return <Skeletons rows={6} />;
  return data.can.edit ? <VersionForm programme={data} newest={newest} /> : <ForbiddenState title={t('notYours')} />;
}

function VersionForm({ programme, newest }: { programme: ProgrammeDetail; newest: ProgrammeVersion }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { form, tried, onSubmit } = useTried();
  const [terms, setTerms] = useState(() => termsOf(newest));
  const n = newest.version + 1;
  const page = `/programmes/${programme.id}`;
  const add = useMutationOf(programmeRoutes.addVersion, {
    invalidates: [programmeRoutes.getProgramme, programmeRoutes.listProgrammes],
    onSuccess: () => {
      toast(t('versionAdded', { n }));
      void navigate(page);
    },
  });
  const wrong = termsProblems(terms, newest.validFrom);
  const taught = periodSum(draftsOf(newest.units));
  const send = () => {
    const body = termsBody(terms, newest.validFrom);
    if (body) add.mutate({ params: { id: programme.id }, body: { version: programme.version, ...body } });
  };
  return (
    <>
      <PageHead title={t('versionTitle', { n, code: programme.code })} sub={newest.units.length > 0 ? t('versionLead', { count: newest.units.length }) : t('versionLeadBare')} />
      <Sheet>
        <form ref={form} className="formgrid" noValidate onSubmit={onSubmit(send)}>
          <TermsFields draft={terms} problems={tried ? wrong : {}} after={newest.validFrom} onChange={(changes) => setTerms((before) => ({ ...before, ...changes }))} />
          <FormFoot wrong={tried ? Object.keys(wrong).length : 0} problem={add.error?.problem} busy={add.isPending} backTo={page} submitLabel={t('addVersion', { n })}>
            {taught > Number(terms.periods || 0) && <Note tone="warn">{t('topicsLonger', { sum: formatNumber(taught, language), all: formatNumber(Number(terms.periods || 0), language) })}</Note>}
          </FormFoot>
        </form>
      </Sheet>
    </>
  );
}
