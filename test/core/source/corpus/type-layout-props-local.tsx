type LayoutProps<T> = { team: React.ReactNode; route: T };

export default function Layout(props: LayoutProps<'/dash'>) {
  return props.team;
}
