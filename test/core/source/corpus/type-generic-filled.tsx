type Box<T> = { team: T; list: T[]; nested: Inner<T> };
type Inner<T> = T | null;

export default function Layout({ team, list, nested }: Box<React.ReactNode>) {
  return [team, list, nested];
}
