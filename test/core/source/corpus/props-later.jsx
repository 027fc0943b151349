export default function Layout(props) {
  const { children, team: crew = null } = props;
  let analytics;
  ({ analytics } = props);
  const alias = props;
  return (
    <main>
      {children}
      {crew}
      {analytics}
      {alias.modal}
    </main>
  );
}
