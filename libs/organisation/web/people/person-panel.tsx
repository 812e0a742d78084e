import { useState, type ReactNode } from 'react';
import { Button, ErrorState, IconBriefcase, IconButton, IconChevronDown, IconChevronUp, IconPencil, Note, Person, SidePanel, Skeletons, Timeline } from '@halong/design/web';
import { personRoutes, type PersonDetail } from '@halong/organisation/contract';
import { formatDay, useQueryOf, useTexts } from '@halong/platform/web';
import { CorrectPerson } from './correct-person.tsx';
import { PersonHistory } from './person-history.tsx';
import { say } from './people.texts.ts';

interface Props {
  id: number;
  /** Ids of the list behind, in its order. */
  neighbours: readonly number[];
  onOpen: (id: number) => void;
  onClose: () => void;
}

/** One person with the posts they held. What the reader may not see is not there. */
export function PersonPanel({ id, neighbours, onOpen, onClose }: Props) {
  const t = useTexts(say);
  const { data, error, refetch } = useQueryOf(personRoutes.getPerson, { params: { id } });
  const [correcting, setCorrecting] = useState(false);
  const at = neighbours.indexOf(id);
  const [before, after] = [neighbours[at - 1], at >= 0 ? neighbours[at + 1] : undefined];
  return (
    <SidePanel
      open onClose={onClose} label={data?.fullName ?? t('title')} head={data ? <Person name={data.fullName} id={String(id)} sub={data.unitName ?? data.position ?? undefined} /> : t('title')}
      headActions={(
        <>
          <IconButton icon={IconChevronUp} label={t('previous')} hint="none" disabled={before === undefined} onClick={() => before !== undefined && onOpen(before)} />
          <IconButton icon={IconChevronDown} label={t('next')} hint="none" disabled={after === undefined} onClick={() => after !== undefined && onOpen(after)} />
        </>
      )}
      foot={data?.can.correct && <Button icon={IconPencil} onClick={() => setCorrecting(true)}>{t('correct')}</Button>}
    >
      {error && !data && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      {!error && !data && <Skeletons rows={3} />}
      {data && <Facts person={data} />}
      {data?.can.correct && <PersonHistory id={id} />}
      {data && correcting && <CorrectPerson person={data} onClose={() => setCorrecting(false)} />}
    </SidePanel>
  );
}

function Facts({ person }: { person: PersonDetail }) {
  const t = useTexts(say);
  const days = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) =>
    [validFrom && t('since', { day: formatDay(validFrom) }), validTo && t('until', { day: formatDay(validTo) })].filter(Boolean).join(' ') || t('undated');
  const facts: [string, string | null][] = [
    [t('position'), person.position],
    [t('rank'), person.rank],
    [t('birthDate'), person.birthDate ? formatDay(person.birthDate) : (person.birthYear?.toString() ?? null)],
    [t('gender'), person.gender && t(person.gender)],
    [t('personalId'), person.personalIdMasked],
    [t('phone'), person.phone],
    [t('email'), person.email],
    [t('ethnicity'), person.ethnicity],
    [t('party'), person.partyMember === null ? null : t(person.partyMember ? 'yes' : 'no')],
    [t('theory'), person.politicalTheory && t(person.politicalTheory as 'SC')],
    [t('defence'), person.defenceGroup && t('defenceGroup', { group: person.defenceGroup })],
    [t('note'), person.note],
  ];
  return (
    <div className="col g4">
      {person.unitPending !== null && <Note tone="warn" title={t('pendingUnit', { text: person.unitPending })}>{t('leadPending')}</Note>}
      <dl className="col g2">
        {facts.filter(([, value]) => value).map(([label, value]) => <Fact key={label} label={label}>{value}</Fact>)}
      </dl>
      <section>
        <h3>{t('posts')}</h3>
        <Timeline
          label={t('posts')}
          entries={person.employments.map((post, index) => ({
            id: String(index), icon: IconBriefcase, tone: post.validTo ? 'mute' : 'ok', title: post.unitName ?? post.unitText,
            time: post.validTo ? post.validTo.slice(0, 4) : t('now'), dateTime: post.validTo ?? undefined,
            detail: [[post.position, post.rank].filter(Boolean).join(', '), days(post)].filter(Boolean).map((line) => <span key={line} style={{ display: 'block' }}>{line}</span>),
          }))}
        />
      </section>
    </div>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => <div><dt className="xs muted">{label}</dt><dd style={{ overflowWrap: 'anywhere' }}>{children}</dd></div>;
