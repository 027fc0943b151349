export default function Layout({ children, params: { id, ...more }, list: [head] }) {
  return (
    <main id={id} {...more}>
      {children}
      {head}
    </main>
  );
}
