type Props = {
  children: React.ReactNode;
  team: React.ReactNode;
  'data-grid': React.ReactNode;
};

export default function Layout(props: Props) {
  return (
    <main>
      {props.children}
      {props?.team}
      {props['data-grid']}
      {(props as Props)!.team}
      {props[`children`]}
    </main>
  );
}
