import { Avatar, type Shown } from './avatar.tsx';

/** Who it is about, above a form. */
export function PersonLine({ person }: { person: Shown & { username: string | null } }) {
  return (
    <div className="line">
      <Avatar person={person} />
      <span className="stack-none">
        <strong>{person.name}</strong>
        {person.username && <span className="muted small">@{person.username}</span>}
      </span>
    </div>
  );
}
