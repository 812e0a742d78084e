import { useState } from 'react';
import { toast } from '@halong/design/web';
import { enrolmentRoutes, nominationRoutes, type AdmissionAnswer } from '@halong/enrolment/contract';
import { useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from '../nomination.texts.ts';
import { admissionWords } from './review.rules.ts';

/** What changes with every decision. */
export const changed = [nominationRoutes.listNominations, enrolmentRoutes.listOfClass];

/** Admitting and rejecting in a class; the outcome is said in full, and kept until `forget`. */
export function useDecisions(classId: number, onDone: () => void) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [answer, setAnswer] = useState<AdmissionAnswer>();
  const admitting = useMutationOf(nominationRoutes.admit, {
    invalidates: changed,
    onSuccess: (given) => {
      onDone();
      setAnswer(given);
      const { counts, reasons } = admissionWords(given, language);
      toast({ message: <span>{counts}{reasons.length > 0 && <small className="block">{reasons.slice(0, 3).join('; ')}</small>}</span> });
    },
  });
  const rejecting = useMutationOf(nominationRoutes.reject, {
    invalidates: changed,
    onSuccess: ({ rejected }) => {
      onDone();
      toast(t('rejected', { count: rejected }));
    },
  });
  const params = { classId };
  return {
    answer,
    forget: () => setAnswer(undefined),
    admit: (body: { nominationIds: number[]; reason?: string } | { allEligible: true }) => admitting.mutate({ params, body }),
    reject: (nominationIds: number[], reason: string) => rejecting.mutate({ params, body: { nominationIds, reason } }),
    isAdmitting: admitting.isPending,
    isBusy: admitting.isPending || rejecting.isPending,
    problem: (admitting.error ?? rejecting.error)?.problem,
  };
}
