import { type ReactNode, useDeferredValue, useState } from 'react';
import { ComboField, type ComboOption } from '@halong/design/web';
import { personRoutes } from '@halong/organisation/contract';
import { defineTexts } from '@halong/platform/contract';
import { useQueryOf, useTexts } from '@halong/platform/web';

const say = defineTexts({ hint: { vi: 'Gõ tên, không cần dấu', en: 'Type a name; marks may be left out' } });

interface PersonFieldProps {
  label: ReactNode;
  value: ComboOption | undefined;
  onChange: (person: ComboOption | undefined) => void;
  optional?: boolean;
  labelHidden?: boolean;
}

/** Somebody of the staff list, found by typing; the id of the person is the option's value. */
export function PersonField(props: PersonFieldProps) {
  const t = useTexts(say);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const found = useQueryOf(personRoutes.listPeople, { query: { search, size: 20 } });
  const options = (found.data?.items ?? []).map((one) => ({ value: String(one.id), label: one.fullName, detail: [one.position, one.unitName].filter(Boolean).join(' · ') }));
  return <ComboField {...props} placeholder={t('hint')} options={options} onSearch={setTyped} loading={found.isFetching} />;
}
