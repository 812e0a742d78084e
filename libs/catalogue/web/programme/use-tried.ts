import { useEffect, useRef, useState, type FormEvent } from 'react';

/**
 * A form that says what is wrong once somebody has tried to send it, and puts them on the first wrong field.
 * @returns `tried`; `form` for the element; `onSubmit` around what sends it
 */
export function useTried() {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const first = tries > 0 ? form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') : undefined;
    first?.scrollIntoView({ block: 'center' });
    first?.focus({ preventScroll: true });
  }, [tries]);
  const onSubmit = (send: () => void) => (event: FormEvent) => {
    event.preventDefault();
    setTries((before) => before + 1);
    send();
  };
  return { form, tried: tries > 0, onSubmit };
}
