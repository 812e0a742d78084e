import { SelectField } from '@halong/design/web';
import { placeRoutes } from '@halong/classes/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { named } from '../naming.ts';
import { say } from './places.texts.ts';

interface InstitutionFieldProps {
  value: string;
  onChange: (id: string) => void;
  /** First, empty choice. */
  placeholder?: string;
  compact?: boolean;
  /** Only those for which this person may work. */
  own?: boolean;
  optional?: boolean;
}

export const useInstitutions = () => useQueryOf(placeRoutes.listInstitutions, {});

/** One training institution; its id is the value. */
export function InstitutionField({ own = false, compact = false, ...props }: InstitutionFieldProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { data } = useInstitutions();
  const options = (data ?? []).filter((one) => !own || one.can.work).map((one) => ({ value: String(one.id), label: named(one, language) }));
  return <SelectField {...props} compact={compact} label={t('institution')} labelHidden={compact} options={options} />;
}
