export interface Allotted {
  submissionId: number;
  markerNo: number;
  personId: number;
}

/**
 * Who marks what, evenly: each script goes to the people who have least so far, and never twice to the same one.
 * `standing` is what is settled already and counts. `scripts` come in an order that says nothing of who wrote them.
 */
export function allot(scripts: readonly number[], people: readonly number[], markers: number, standing: readonly Allotted[] = []): Allotted[] {
  const load = new Map(people.map((personId) => [personId, standing.filter((one) => one.personId === personId).length]));
  const made: Allotted[] = [];
  for (const submissionId of scripts) {
    const here = standing.filter((one) => one.submissionId === submissionId);
    for (let markerNo = 1; markerNo <= markers; markerNo += 1) {
      if (here.some((one) => one.markerNo === markerNo)) continue;
      const free = people.filter((personId) => !here.some((one) => one.personId === personId));
      const personId = least(free, load);
      if (personId === undefined) break;
      load.set(personId, (load.get(personId) ?? 0) + 1);
      const one = { submissionId, markerNo, personId };
      here.push(one);
      made.push(one);
    }
  }
  return made;
}

function least(people: readonly number[], load: ReadonlyMap<number, number>): number | undefined {
  let found: number | undefined;
  for (const one of people) if (found === undefined || (load.get(one) ?? 0) < (load.get(found) ?? 0)) found = one;
  return found;
}
