type Props = { children: React.ReactNode; team: React.ReactNode } | { children: React.ReactNode };

export default function Layout(props: Props) {
  return props.children;
}
