type Props = Props & { team: React.ReactNode };
interface Loop extends Loop {
  children: Loop['children'];
}

export default function Layout({ team, children }: Props & Loop) {
  return [team, children];
}
