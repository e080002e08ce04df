const HUES = 5;

const hueOf = (id: string) =>
  Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % HUES;

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

export interface Shown {
  id: string;
  name: string;
  hasPicture?: boolean;
}

/** A person's picture, else the first letters of their name; it stands beside the name and is not read aloud. */
export function Avatar({ person, large = false }: { person: Shown; large?: boolean }) {
  return (
    <span className={`avatar hue-${hueOf(person.id)}${large ? ' large' : ''}`} aria-hidden="true">
      {person.hasPicture ? (
        <img src={`/v1/users/${person.id}/picture`} alt="" loading="lazy" />
      ) : (
        initialsOf(person.name)
      )}
    </span>
  );
}
