export default function Layout({ a, b, c, d, e, f, g, h, i, j, k, l }) {
  const alias = a;
  const unread = b;
  let later;
  later = c;
  void d;
  e;
  const known = typeof f === 'object';
  const show = () => h;
  return (
    <main title={Boolean(j) ? 'j' : undefined}>
      {alias}
      {later}
      {known && 'known'}
      {g && <hr />}
      {show()}
      <Aside content={i} other={{ k }} />
      <l.Item />
    </main>
  );
}
