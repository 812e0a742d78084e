import { useState } from 'react';

/** True from the first time `now` was true: loads a part when it is first needed and keeps it for its closing. */
export function useOnce(now: boolean): boolean {
  const [was, setWas] = useState(now);
  if (now && !was) setWas(true);
  return was || now;
}
