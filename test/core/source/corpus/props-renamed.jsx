export default function Layout({ team: crew, 'data-grid': grid, ['quoted']: q, ...rest }) {
  return (
    <main {...rest}>
      {crew}
      {grid}
      {q}
      {rest.analytics}
    </main>
  );
}
