import { PageHead, Sheet, TaskItem, usePage } from '@halong/design/web';
import { useLanguage } from '@halong/platform/web';
import { restOf, sayNavigation } from '../shell/navigation.ts';
import { usePersona } from '../shell/persona.ts';

/** The screens that the bar of a phone has no room for. */
export default function More() {
  const { language } = useLanguage();
  const { persona } = usePersona();
  const title = sayNavigation(language, 'more');
  usePage({ crumbs: [{ label: title }] });
  return (
    <>
      <PageHead title={title} />
      <Sheet padded={false}>
        {restOf(persona, language).map(({ to, icon, label }) => <TaskItem key={to} to={to} icon={icon} title={label} />)}
      </Sheet>
    </>
  );
}
