interface WithTeam {
  readonly team: React.ReactNode;
}

interface Props extends WithTeam, External<string> {
  children: React.ReactNode;
}

interface Props {
  merged?: JSX.Element | null;
}

export default function Layout({ children, team }: Props) {
  return [children, team];
}
