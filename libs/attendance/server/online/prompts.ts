/** Which prompts this process has shown to whom and which it knows to be answered. Bounded by the people of running sessions. */
export class PromptMemory {
  private readonly people = new Map<string, { shown: Map<number, number>; answered: Set<number>; sessionId: number }>();

  /** What was shown but is not stored yet. */
  private fresh: { sessionId: number; enrolmentId: number; no: number; at: number }[] = [];

  answered(sessionId: number, enrolmentId: number, no: number): void {
    this.of(sessionId, enrolmentId).answered.add(no);
  }

  isAnswered(sessionId: number, enrolmentId: number, no: number): boolean {
    return this.of(sessionId, enrolmentId).answered.has(no);
  }

  /** Remembers the first time; answers it. */
  shown(sessionId: number, enrolmentId: number, no: number, at: number): number {
    const { shown } = this.of(sessionId, enrolmentId);
    const first = shown.get(no);
    if (first !== undefined) return first;
    shown.set(no, at);
    this.fresh.push({ sessionId, enrolmentId, no, at });
    return at;
  }

  unstored() {
    return [...this.fresh];
  }

  stored(count: number): void {
    this.fresh = this.fresh.slice(count);
  }

  /** The session is over. */
  forget(sessionId: number): void {
    for (const [key, one] of this.people) if (one.sessionId === sessionId) this.people.delete(key);
  }

  private of(sessionId: number, enrolmentId: number) {
    const key = `${sessionId}-${enrolmentId}`;
    const known = this.people.get(key) ?? { shown: new Map<number, number>(), answered: new Set<number>(), sessionId };
    this.people.set(key, known);
    return known;
  }
}
