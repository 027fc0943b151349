export default function Layout({
  children,
  team = null,
  'data-grid': grid = <Empty />,
}: {
  children: React.ReactNode;
  team?: React.ReactNode;
  'data-grid'?: React.ReactNode;
} = {}) {
  return [children, team, grid];
}

function Empty() {
  return null;
}
