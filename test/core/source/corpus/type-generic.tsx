type WithSlots<T extends string, V = React.ReactNode> = { [K in T]: V } & { children: V };

export default function Layout<P extends WithSlots<'team' | 'analytics'>>({ team, analytics }: P) {
  return [team, analytics];
}
