import { useState } from 'react';
import type { Persona } from '@halong/identity/contract';
import { useSession } from '@halong/identity/web';

const remembered = 'halong.persona';

/** The homes a person is offered first when they have several: the office before the class. */
const preference: readonly Persona[] = ['manager', 'coordinator', 'unit-head', 'certificate', 'admin', 'lecturer', 'trainee'];

function remember(persona: Persona): void {
  try {
    localStorage.setItem(remembered, persona);
  } catch {
    // Without storage the choice lives as long as the page.
  }
}

function recall(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

/** The role whose home is shown, kept on this device; people with several switch from their name. */
export function usePersona(): { persona: Persona; all: readonly Persona[]; choose: (persona: Persona) => void } {
  const { me } = useSession();
  const all = me.personas;
  const [chosen, setChosen] = useState<string | null>(recall);
  const fallback = preference.find((one) => all.includes(one)) ?? 'trainee';
  const persona = all.find((one) => one === chosen) ?? fallback;
  const choose = (next: Persona) => {
    remember(next);
    setChosen(next);
  };
  return { persona, all, choose };
}
